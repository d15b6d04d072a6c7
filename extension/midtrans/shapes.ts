import type { z } from 'zod';
import { decimalText, listOf, objectOf, text } from '../../system/lenient';

/** GET /v1/payment-links/{order id}; read leniently, members come and go. */
const link = objectOf({
  order_id: text,
  gross_amount: decimalText,
  purchases: listOf({ order_id: text, payment_status: text, created_at: text }),
});

export type ProviderLink = z.infer<typeof link>;

export function readLink(body: unknown): ProviderLink {
  return link.parse(body);
}

/** GET /v2/{id}/status. */
const transaction = objectOf({
  transaction_id: text,
  order_id: text,
  transaction_status: text,
  fraud_status: text,
  status_message: text,
  gross_amount: decimalText,
  currency: text,
  payment_type: text,
  store: text,
  permata_va_number: text,
  va_numbers: listOf({ bank: text }),
  channel_response_message: text,
  extra_info: objectOf({ gross_amount_info: objectOf({ original_amount: decimalText }) }),
  refund_amount: decimalText,
  refunds: listOf({
    refund_chargeback_id: text,
    refund_chargeback_uuid: text,
    refund_amount: decimalText,
    refund_key: text,
    bank_confirmed_at: text,
  }),
});

export type Transaction = z.infer<typeof transaction>;

export function readTransaction(body: unknown): Transaction {
  return transaction.parse(body);
}

const created = objectOf({ order_id: text, payment_url: text });

export function readCreated(body: unknown): z.infer<typeof created> {
  return created.parse(body);
}

const refunded = objectOf({ status_code: text, status_message: text, refund_chargeback_id: text });

export function readRefunded(body: unknown): z.infer<typeof refunded> {
  return refunded.parse(body);
}
