import type { LinkAddress, LinkRequest } from '../../extension/payment_link/gateway';
import { money } from '../../system/money';

const JAN: LinkAddress = {
  firstName: 'Jan',
  lastName: 'de Vries',
  company: '',
  address1: 'Kraanspoor 39',
  address2: 'C',
  postcode: '1033 SC',
  city: 'Amsterdam',
  zone: 'NH',
  country: 'NL',
  phone: '0612345678',
  email: 'jan@example.com',
};

let made = 0;

/** A request over €121.00 under a reference of its own. */
export function aLinkRequest(given: Partial<LinkRequest> = {}): LinkRequest {
  return {
    reference: `T${Date.now().toString(36)}${++made}-1`,
    amount: money(12100, 'EUR'),
    method: null,
    description: 'Order 42 from Your Store',
    lifetimeSeconds: 30 * 86_400,
    lifetime: { value: 30, unit: 'days' },
    remindersByProvider: false,
    notificationUrl: 'http://127.0.0.1:9/notify/multisafepay/abcdef',
    returnUrl: 'https://shop.example/pay/abcdef/return',
    cancelUrl: 'https://shop.example/pay/abcdef/cancel',
    customer: { ...JAN, language: 'nl-nl', ipAddress: null },
    delivery: JAN,
    cart: {
      lines: [
        {
          id: '29',
          kind: 'product',
          name: '1 x Palm Treo Pro',
          quantity: 1,
          unitPrice: '100',
          taxRate: '21',
          weight: { unit: 'g', value: '133.00000000' },
        },
      ],
    },
    shop: { name: 'Your Store', url: 'https://shop.example/', system: 'OpenCart', version: '4.1.0.3' },
    ...given,
  };
}

export function aCall(idempotencyKey = 'test') {
  return { idempotencyKey, signal: new AbortController().signal };
}
