import type { OrderDraft } from '../../order/order_draft';
import type { Problem } from '../problems';
import { SAYS, when } from '../problems';
import type { CurrencyRow, References } from '../tables/references';
import { checkText, isEmail } from './text';

/** Who orders, and the order's own texts. */
export function checkCustomer(draft: OrderDraft): Problem[] {
  return [
    ...checkText('firstname', draft.firstName, { charactersMax: 32, required: true }),
    ...checkText('lastname', draft.lastName, { charactersMax: 32, required: true }),
    ...checkText('email', draft.email, { charactersMax: 96 }),
    ...when(draft.email !== '' && !isEmail(draft.email), 'email', SAYS.email),
    ...checkText('telephone', draft.telephone, { charactersMax: 32 }),
    ...checkText('payment_code', draft.paymentCode, { charactersMax: 128, required: true }),
    ...checkText('comment', draft.comment, { bytesMax: 65_535, multiline: true }),
  ];
}

/** What the draft refers to exists. */
export function checkReferences(draft: OrderDraft, found: References, currency: CurrencyRow | null): Problem[] {
  return [
    ...when(draft.storeId !== 0 && found.store === null, 'store_id', SAYS.store),
    ...when(found.languageCode === null, 'language_id', SAYS.language),
    ...when(found.customerGroup === null, 'customer_group_id', SAYS.customerGroup),
    ...when(draft.customerId !== 0 && found.customer === null, 'customer_id', SAYS.customer),
    ...when(found.status === null, 'status_id', SAYS.status),
    ...when(currency === null || Number(currency.value) <= 0, 'currency_code', SAYS.currency),
  ];
}
