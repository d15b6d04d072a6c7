import { STANDARD_CHOICE, type MailKind, type MailRequest } from '../../extension/payment_link/mail_port';
import { money } from '../../system/money';
import { sampleLink, sampleOrder, sampleShop } from './sample_order';

/** A mail of a kind with all that it may hold. */
export const mailSample = (kind: MailKind, change: Partial<MailRequest> = {}): MailRequest => ({
  kind,
  language: 'en-gb',
  shop: sampleShop(),
  order: sampleOrder(),
  link: sampleLink(),
  facts: {
    words: 'See you soon,\nthe people of the shop',
    oldAmount: money(24000, 'EUR'),
    method: 'iDEAL',
    at: Date.UTC(2025, 10, 22, 9, 30),
    reason: 'It was paid twice.',
    remedy: 'Refund one of the payments.',
  },
  choice: STANDARD_CHOICE,
  statusName: 'Pending',
  comment: 'Leave it with the neighbours',
  demo: false,
  ...change,
});
