import type { TextsOf } from '../../system/language';
import type { pay as english } from '../en-gb/pay';

export const pay = {
  band_demo: 'Demo: pembayaran masuk ke lingkungan uji coba, tidak ada uang sungguhan yang berpindah',
  band_test: 'Mode uji coba: tidak ada uang sungguhan yang berpindah',
  page_title: '{what} – {shop}',
  order: 'Pesanan {order}',
  placed: 'dibuat pada {date}',
  payment_request: 'Permintaan pembayaran',
  difference: 'Sisa yang harus dibayar untuk pesanan {order}, yang diubah setelah dibayar.',
  lines: 'Yang Anda pesan dan harganya',
  product: 'Produk',
  amount: 'Jumlah',
  with_tax: 'termasuk pajak',
  already_paid: 'Sudah dibayar',
  to_pay: 'Yang harus dibayar',
  paid: 'Dibayar',
  pay: 'Bayar {amount}',
  pay_by: 'Mohon dibayar sebelum {date}',
  secure: 'Anda memilih cara pembayaran di halaman aman penyedia pembayaran.',
  print: 'Halaman ini di internet:',
  language: 'Bahasa',
  questions: 'Ada pertanyaan? Hubungi {shop}:',

  heading_being_made: 'Halaman pembayaran Anda sedang disiapkan',
  sentence_being_made: 'Ini memerlukan beberapa detik. Halaman akan diperbarui sendiri.',
  heading_being_made_long: 'Halaman pembayaran Anda masih disiapkan',
  sentence_being_made_long:
    'Ini lebih lama dari biasanya. Anda boleh menutup halaman ini; tautan di email Anda tetap berlaku.',
  heading_checking: 'Kami sedang memeriksa pembayaran Anda',
  sentence_checking:
    'Kami menanyakan kepada penyedia apakah pembayaran Anda sudah masuk. Halaman akan diperbarui sendiri.',
  heading_on_its_way: 'Pembayaran Anda sedang diproses',
  sentence_on_its_way:
    'Jika Anda memilih transfer, lakukan dengan data yang Anda terima; selain itu Anda tidak perlu melakukan apa pun lagi. Setelah pembayaran masuk, Anda menerima konfirmasi lewat email.',
  heading_being_checked: 'Kami menerima pembayaran sebesar {paid}',
  sentence_being_checked: 'Itu bukan jumlah yang diminta. {shop} akan memeriksanya dan menghubungi Anda.',
  heading_paid: 'Lunas – terima kasih!',
  sentence_paid: '{shop} telah menerima pembayaran Anda sebesar {paid}.',
  heading_partly_refunded: 'Lunas, sebagian dana dikembalikan',
  sentence_partly_refunded: '{shop} telah mengembalikan {refunded} dari {paid} kepada Anda.',
  heading_refunded: 'Dana dikembalikan',
  sentence_refunded: '{shop} telah mengembalikan seluruh jumlah {refunded} kepada Anda.',
  heading_reversed: 'Pembayaran ditarik kembali',
  sentence_reversed: 'Bank atau penerbit kartu Anda menarik kembali pembayaran ini. Silakan hubungi {shop}.',
  heading_paid_otherwise: 'Tidak ada lagi yang harus dibayar',
  sentence_paid_otherwise: '{shop} mencatat bahwa ini sudah dibayar dengan cara lain.',
  heading_expired: 'Tautan pembayaran ini sudah kedaluwarsa',
  sentence_expired:
    'Tautan ini hanya berlaku sementara. Tidak ada pembayaran yang kami terima dan tidak ada dana yang ditarik.',
  heading_cancelled: 'Tautan pembayaran ini telah dibatalkan',
  sentence_cancelled: 'Tautan ini tidak dapat digunakan lagi. Jika Anda tetap ingin membayar, silakan hubungi {shop}.',
  heading_ended: 'Tautan pembayaran ini sudah ditutup',
  sentence_ended: 'Penyedia pembayaran menutupnya sebelum ada pembayaran, dan tidak ada dana yang ditarik.',
  heading_failed: 'Pembayaran ini belum dapat dilakukan saat ini',
  sentence_failed: '{shop} sudah mengetahuinya dan akan menghubungi Anda.',

  note_amount_changed: 'Jumlahnya berubah sejak Anda membuka halaman ini. Mohon periksa sebelum membayar.',
  note_cancelled: 'Anda belum membayar. Anda dapat mencoba lagi kapan saja.',
  note_declined:
    'Percobaan terakhir Anda tidak berhasil dan tidak ada dana yang ditarik. Anda dapat mencoba lagi atau memakai cara lain.',
  note_not_arrived:
    'Kami belum menerima kabar pembayaran. Jika Anda baru saja membayar, mohon jangan membayar lagi: konfirmasi dapat memakan waktu beberapa menit.',
  another_way: 'Ternyata Anda belum membayar?',
  another_way_hint:
    'Lanjutkan hanya jika Anda yakin pembayaran sebelumnya tidak akan dilakukan, agar Anda tidak membayar dua kali.',
  another_way_button: 'Bayar dengan cara lain',

  paid_on: 'Dibayar pada',
  paid_with: 'Dibayar dengan',
  chosen_method: 'Metode yang dipilih',
  refunded: 'Dikembalikan',
  reference: 'Referensi',

  send_new: 'Kirimi saya tautan baru',
  send_new_to: 'Tautan akan dikirim ke {address}',
  address_on_file: 'alamat yang ada pada kami',
  asked_on_its_way: 'Tautan baru sedang dikirim ke {address}.',
  asked_too_often: 'Kami baru saja mengirimi Anda tautan. Silakan periksa email Anda, juga folder spam.',
  asked_not_possible: 'Tautan baru tidak dapat dikirim. Silakan hubungi {shop}.',

  unknown_title: 'Halaman ini tidak ada',
  unknown_text:
    'Mungkin alamatnya terpotong atau salah ketik. Silakan buka kembali tautan di email Anda, atau salin seluruhnya.',
  broken_title: 'Terjadi kesalahan',
  broken_text: 'Kesalahan ini tidak menarik dana Anda. Silakan coba lagi sebentar lagi.',
  broken_reference: 'Jika terjadi lagi, sampaikan nomor ini kepada toko: {reference}',
  refused_title: 'Itu tidak berhasil',
  refused_text: 'Silakan kembali, muat ulang halaman, lalu coba lagi.',
} satisfies TextsOf<typeof english>;
