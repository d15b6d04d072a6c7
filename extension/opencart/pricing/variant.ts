import { readJsonMembers } from '../../../system/json';
import type { DraftOption } from '../order/order_draft';

/**
 * A variant of a master product says in JSON which options of the master it is made of: product_option_id → a
 * value's id, a list of them, or a text. Unreadable JSON reads as no variant.
 */
export function variantOptions(product: { readonly variant?: string | null }): DraftOption[] {
  return Object.entries(readJsonMembers(product.variant ?? '') ?? {}).flatMap(([id, chosen]) =>
    (Array.isArray(chosen) ? chosen : [chosen]).map((one) => optionOf(Number(id), one)),
  );
}

function optionOf(productOptionId: number, chosen: unknown): DraftOption {
  const text = typeof chosen === 'string' || typeof chosen === 'number' ? String(chosen) : '';
  return { productOptionId, productOptionValueId: /^\d{1,10}$/.test(text) ? Number(text) : 0, value: text };
}
