import type { TextsOf } from '../../system/language';
import type { mail as english } from '../en-gb/mail';

export const mail = {
  band_demo: 'Demo: email ini berasal dari toko percobaan. Tidak ada uang sungguhan yang berpindah.',
  band_test: 'Mode uji coba: tidak ada uang sungguhan yang berpindah.',
  greeting: 'Halo {name},',
  greeting_nobody: 'Halo,',

  subject_payment_link: 'Tautan pembayaran untuk pesanan {order} – {shop}',
  subject_payment_request: 'Permintaan pembayaran dari {shop}: {amount}',
  opening_payment_link:
    'Terima kasih atas pesanan Anda di {shop}. Anda dapat membayar {amount} secara online dengan aman melalui tombol di bawah.',
  opening_payment_request: '{shop} meminta Anda membayar {amount} untuk: {description}',
  subject_difference: 'Sisa pembayaran pesanan {order} – {shop}',
  opening_difference:
    'Pesanan Anda {order} di {shop} diubah setelah Anda membayar. Masih ada {amount} yang belum dibayar; Anda dapat membayarnya secara online dengan aman melalui tombol di bawah.',

  subject_order: 'Pesanan Anda {order} – {shop}',
  opening_order: 'Terima kasih atas pesanan Anda di {shop}. Pesanan telah kami terima dan segera kami proses.',

  subject_order_update: 'Kabar pesanan {order} – {shop}',
  opening_order_update: 'Ada kabar tentang pesanan Anda {order}. Statusnya sekarang: {status}.',

  subject_paid: 'Pembayaran diterima untuk pesanan {order} – {shop}',
  opening_paid: 'Kami telah menerima pembayaran Anda sebesar {amount} untuk pesanan {order}. Terima kasih!',
  subject_paid_request: 'Pembayaran diterima – {shop}',
  opening_paid_request: 'Terima kasih! Kami telah menerima pembayaran Anda sebesar {amount} untuk: {description}',

  subject_expired: 'Tautan pembayaran pesanan {order} telah kedaluwarsa – {shop}',
  opening_expired:
    'Tautan untuk membayar {amount} bagi pesanan Anda {order} telah kedaluwarsa, dan kami belum menerima pembayaran.',
  expired_what_next: 'Masih menginginkan pesanan Anda? Mintalah tautan baru melalui tombol di bawah.',
  subject_expired_request: 'Tautan pembayaran Anda telah kedaluwarsa – {shop}',
  opening_expired_request:
    'Tautan untuk membayar {amount} telah kedaluwarsa, dan kami belum menerima pembayaran. Tautan itu untuk: {description}',
  expired_what_next_request: 'Masih ingin membayar? Mintalah tautan baru melalui tombol di bawah.',
  button_new_link: 'Minta tautan baru',

  subject_replaced: 'Jumlah baru untuk pesanan {order} – {shop}',
  opening_replaced: 'Pesanan Anda {order} telah diubah. Jumlah yang harus dibayar kini {amount}, sebelumnya {old}.',
  replaced_what_next:
    'Tautan dalam email sebelumnya juga menuju jumlah yang baru, jadi Anda tidak mungkin membayar jumlah yang salah.',

  subject_refunded: 'Pengembalian dana untuk pesanan {order} – {shop}',
  opening_refunded: 'Kami telah mengembalikan {amount} untuk pesanan Anda {order}.',
  subject_refunded_request: 'Pengembalian dana – {shop}',
  opening_refunded_request: 'Kami telah mengembalikan {amount} untuk: {description}',
  opening_refunded_twice:
    'Anda membayar pesanan {order} dua kali. Kami telah mengembalikan {amount}; pesanan Anda tetap berjalan.',
  opening_refunded_twice_request: 'Anda membayar dua kali, dan kami telah mengembalikan {amount} untuk: {description}',
  refunded_what_next: 'Tergantung cara pembayaran Anda, dana dapat memerlukan beberapa hari kerja untuk masuk.',

  subject_reminder: 'Pengingat: pesanan {order} menunggu pembayaran Anda – {shop}',
  opening_reminder: 'Sekadar mengingatkan: {amount} untuk pesanan Anda {order} belum dibayar.',
  reminder_what_next: 'Jika Anda sudah membayar, abaikan saja email ini.',

  subject_order_alert: 'Pesanan baru {order} – {shop}',
  opening_order_alert: 'Ada pesanan baru dari {customer}.',
  subject_shop_paid: 'Pesanan {order} sudah dibayar: {amount}',
  opening_shop_paid: '{customer} telah membayar {amount} untuk pesanan {order}.',
  subject_shop_paid_request: 'Tautan pembayaran {order} sudah dibayar: {amount}',
  opening_shop_paid_request: '{customer} telah membayar {amount} untuk: {description}',
  subject_shop_needs_person: 'Pesanan {order} perlu diperiksa',
  opening_shop_needs_person: 'Tautan pembayaran pesanan {order} memerlukan keputusan Anda.',
  subject_shop_needs_person_request: 'Tautan pembayaran {order} perlu diperiksa',
  opening_shop_needs_person_request:
    'Tautan pembayaran {order} memerlukan keputusan Anda. Tautan ini untuk: {description}',
  reason: 'Apa yang terjadi',
  remedy: 'Apa yang perlu dilakukan',
  button_open_order: 'Buka pesanan',

  button_pay: 'Bayar {amount}',
  button_pay_now: 'Bayar sekarang',
  amount: 'Jumlah',
  amount_due: 'Yang harus dibayar',
  amount_before: 'Jumlah sebelumnya',
  amount_now: 'Jumlah sekarang',
  amount_paid: 'Dibayar',
  amount_refunded: 'Dikembalikan',
  pay_by: 'Bayar sebelum',
  expired_on: 'Kedaluwarsa pada',
  paid_on: 'Dibayar pada',
  paid_with: 'Dibayar dengan',
  reference: 'Referensi pembayaran',
  status: 'Status',
  customer: 'Pelanggan',

  link_as_text: 'Jika tombol tidak berfungsi, buka alamat ini di peramban Anda:',
  qr_hint: 'Atau pindai kode ini dengan ponsel Anda.',
  qr_alt: 'Kode QR yang membuka halaman pembayaran',
  words_from_shop: 'Pesan dari {shop}',
  comment: 'Komentar',
  your_comment: 'Komentar Anda',

  with_tax: 'termasuk pajak',
  order_title: 'Pesanan {order}',
  order_of: 'dibuat pada {date}',
  payment_method: 'Metode pembayaran',
  shipping_method: 'Metode pengiriman',
  payment_address: 'Alamat penagihan',
  shipping_address: 'Alamat pengiriman',
  both_addresses: 'Alamat penagihan dan pengiriman',
  telephone: 'Telepon',
  email: 'Email',

  questions: 'Ada pertanyaan? Cukup balas email ini.',
  not_you: 'Jika Anda tidak memesan, Anda tidak perlu melakukan apa pun: tanpa pembayaran Anda, tidak terjadi apa-apa.',
  not_you_request:
    'Jika Anda tidak menantikan permintaan ini, Anda tidak perlu melakukan apa pun: tanpa pembayaran Anda, tidak terjadi apa-apa.',
} satisfies TextsOf<typeof english>;
