import { draftOfOrder } from '../../../../extension/opencart/order/order_to_draft';
import { invalidForm } from '../../../../system/errors';
import type { Admin } from '../../../admin';
import type { OrderFormState } from './state';

/**
 * The store may have stopped offering the payment method while the form was open; the one that an order has already
 * may stay. A provider's own methods come and go with its cache, so the provider is what counts.
 * @throws AppError `invalid_form`
 */
export async function assertPaymentOffered(app: Admin, { draft, orderId }: OrderFormState): Promise<void> {
  const [provider = ''] = draft.paymentCode.split('.');
  const acceptable = [draft.paymentCode, `${provider}.${provider}`];
  const choices = await app.paymentChoices(draft.storeId);
  if (draft.paymentCode === '' || choices.some(({ code }) => acceptable.includes(code))) return;
  if (orderId !== 0 && (await draftOfOrder(app.db, orderId))?.paymentCode === draft.paymentCode) return;
  throw invalidForm({ fields: { payment_code: 'error_payment_code' } });
}
