import type { TextsOf } from '../../system/language';
import type { mail as english } from '../en-gb/mail';

export const mail = {
  band_demo: 'Demo: este correo viene de una tienda de prueba. No se mueve dinero real.',
  band_test: 'Modo de prueba: no se mueve dinero real.',
  greeting: 'Hola, {name}:',
  greeting_nobody: 'Hola:',

  subject_payment_link: 'Enlace de pago del pedido {order} – {shop}',
  subject_payment_request: 'Solicitud de pago de {shop}: {amount}',
  opening_payment_link:
    'Gracias por su pedido en {shop}. Puede pagar {amount} en línea y de forma segura con el botón de abajo.',
  opening_payment_request: '{shop} le solicita el pago de {amount} por: {description}',
  subject_difference: 'Pendiente de pago del pedido {order} – {shop}',
  opening_difference:
    'Su pedido {order} en {shop} se modificó después de que usted lo pagara. Quedan pendientes {amount}; puede pagarlos en línea y de forma segura con el botón de abajo.',

  subject_order: 'Su pedido {order} – {shop}',
  opening_order: 'Gracias por su pedido en {shop}. Lo hemos recibido y empezamos a tramitarlo.',

  subject_order_update: 'Novedades del pedido {order} – {shop}',
  opening_order_update: 'Hay novedades sobre su pedido {order}. Su estado es ahora: {status}.',

  subject_paid: 'Pago recibido del pedido {order} – {shop}',
  opening_paid: 'Hemos recibido su pago de {amount} por el pedido {order}. ¡Muchas gracias!',
  subject_paid_request: 'Pago recibido – {shop}',
  opening_paid_request: '¡Muchas gracias! Hemos recibido su pago de {amount} por: {description}',

  subject_expired: 'El enlace de pago del pedido {order} ha caducado – {shop}',
  opening_expired: 'El enlace para pagar {amount} por su pedido {order} ha caducado y no hemos recibido ningún pago.',
  expired_what_next: '¿Sigue queriendo su pedido? Con el botón de abajo puede solicitar un enlace nuevo.',
  subject_expired_request: 'Su enlace de pago ha caducado – {shop}',
  opening_expired_request:
    'El enlace para pagar {amount} ha caducado y no hemos recibido ningún pago. Era por: {description}',
  expired_what_next_request: '¿Todavía desea pagar? Con el botón de abajo puede solicitar un enlace nuevo.',
  button_new_link: 'Solicitar un enlace nuevo',

  subject_replaced: 'Nuevo importe del pedido {order} – {shop}',
  opening_replaced: 'Su pedido {order} ha cambiado. El importe que debe pagar es ahora de {amount} en lugar de {old}.',
  replaced_what_next:
    'Los enlaces de correos anteriores también llevan al nuevo importe, así que no puede pagar uno equivocado.',

  subject_refunded: 'Reembolso del pedido {order} – {shop}',
  opening_refunded: 'Le hemos reembolsado {amount} por su pedido {order}.',
  subject_refunded_request: 'Reembolso – {shop}',
  opening_refunded_request: 'Le hemos reembolsado {amount} por: {description}',
  opening_refunded_twice:
    'Ha pagado dos veces su pedido {order}. Le hemos reembolsado {amount}; el pedido sigue igual.',
  opening_refunded_twice_request: 'Ha pagado dos veces, y le hemos reembolsado {amount} por: {description}',
  refunded_what_next: 'Según la forma de pago, el importe puede tardar unos días laborables en aparecer.',

  subject_reminder: 'Recordatorio: el pedido {order} está pendiente de pago – {shop}',
  opening_reminder: 'Le recordamos amablemente que queda pendiente el pago de {amount} de su pedido {order}.',
  reminder_what_next: 'Si entretanto ya ha pagado, no tenga en cuenta este correo.',

  subject_order_alert: 'Pedido nuevo {order} – {shop}',
  opening_order_alert: 'Ha llegado un pedido nuevo de {customer}.',
  subject_shop_paid: 'El pedido {order} está pagado: {amount}',
  opening_shop_paid: '{customer} ha pagado {amount} por el pedido {order}.',
  subject_shop_paid_request: 'El enlace de pago {order} está pagado: {amount}',
  opening_shop_paid_request: '{customer} ha pagado {amount} por: {description}',
  subject_shop_needs_person: 'El pedido {order} necesita su atención',
  opening_shop_needs_person: 'El enlace de pago del pedido {order} requiere que usted tome una decisión.',
  subject_shop_needs_person_request: 'El enlace de pago {order} necesita su atención',
  opening_shop_needs_person_request:
    'El enlace de pago {order} requiere que usted tome una decisión. Es por: {description}',
  reason: 'Qué ha ocurrido',
  remedy: 'Qué se puede hacer',
  button_open_order: 'Abrir el pedido',

  button_pay: 'Pagar {amount}',
  button_pay_now: 'Pagar ahora',
  amount: 'Importe',
  amount_due: 'A pagar',
  amount_before: 'Importe anterior',
  amount_now: 'Importe nuevo',
  amount_paid: 'Pagado',
  amount_refunded: 'Reembolsado',
  pay_by: 'Pagar antes del',
  expired_on: 'Caducó el',
  paid_on: 'Pagado el',
  paid_with: 'Pagado con',
  reference: 'Referencia del pago',
  status: 'Estado',
  customer: 'Cliente',

  link_as_text: 'Si el botón no funciona, abra esta dirección en su navegador:',
  qr_hint: 'O escanee este código con su teléfono.',
  qr_alt: 'Código QR que abre la página de pago',
  words_from_shop: 'Un mensaje de {shop}',
  comment: 'Comentario',
  your_comment: 'Su comentario',

  with_tax: 'impuestos incl.',
  order_title: 'Pedido {order}',
  order_of: 'realizado el {date}',
  payment_method: 'Forma de pago',
  shipping_method: 'Forma de envío',
  payment_address: 'Dirección de facturación',
  shipping_address: 'Dirección de envío',
  both_addresses: 'Dirección de facturación y envío',
  telephone: 'Teléfono',
  email: 'Correo electrónico',

  questions: '¿Tiene alguna pregunta? Responda simplemente a este correo.',
  not_you: 'Si usted no ha pedido nada, no tiene que hacer nada: sin su pago no ocurre nada.',
  not_you_request: 'Si no esperaba esta solicitud, no tiene que hacer nada: sin su pago no ocurre nada.',
} satisfies TextsOf<typeof english>;
