import type { z } from 'zod';
import { decimalText, listOf, objectOf, text, texts, whole as minor, yes } from '../../system/lenient';

const related = {
  transaction_id: text,
  type: text,
  amount: minor,
  currency: text,
  status: text,
  description: text,
  order_id: text,
  refund_order_id: text,
  payment_method: text,
};

const item = {
  name: text,
  description: text,
  unit_price: decimalText,
  quantity: decimalText,
  merchant_item_id: text,
  tax_table_selector: text,
};

/** The provider's order object. Only what is used is named; anything else may come and go. */
const order = objectOf({
  transaction_id: text,
  order_id: text,
  status: text,
  amount: minor,
  amount_refunded: minor,
  currency: text,
  reason: text,
  reason_code: text,
  payment_details: objectOf({ type: text, capture: text, capture_remain: minor, coupon_brand: text }),
  payment_methods: listOf({ type: text, coupon_brand: text }),
  related_transactions: listOf(related),
  shopping_cart: objectOf({ items: listOf(item) }),
  checkout_options: objectOf({ alternate: listOf({ name: text, rules: listOf({ rate: decimalText }) }) }),
});

export type ProviderOrder = z.infer<typeof order>;
export type RelatedTransaction = ProviderOrder['related_transactions'][number];

/** Never throws: what cannot be read is empty. */
export function readOrder(data: unknown): ProviderOrder {
  return order.parse(data);
}

const methods = listOf({
  id: text,
  name: text,
  type: text,
  shopping_cart_required: yes,
  allowed_amount: objectOf({ min: minor, max: minor }),
  allowed_currencies: texts,
  allowed_countries: texts,
  icon_urls: objectOf({ large: text, medium: text, vector: text }),
});

export type ProviderMethod = z.infer<typeof methods>[number];

export function readMethods(data: unknown): ProviderMethod[] {
  return methods.parse(data);
}

const created = objectOf({ order_id: text, payment_url: text, session_id: text });

export function readCreated(data: unknown): z.infer<typeof created> {
  return created.parse(data);
}

const refunded = objectOf({ refund_id: text, transaction_id: text });

export function readRefunded(data: unknown): z.infer<typeof refunded> {
  return refunded.parse(data);
}
