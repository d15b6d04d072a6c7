import type { DraftLine, OrderDraft } from '../../../../extension/opencart/order/order_draft';
import { flagIn, groupIn, groupsIn, listIn, textIn, wholeIn, type Input } from '../../../../system/http/input';
import { addressIn } from '../../../form/address_in';

/** The order form between two requests: everything typed so far. Nothing of it is trusted; saving checks it whole. */
export interface OrderFormState {
  /** 0 for a new order. */
  readonly orderId: number;
  /** Once-only: two presses of Save with one token make one order. */
  readonly formToken: string;
  /** The order as the form was filled with it (`seenOf`), and its status then; empty and 0 for a new order. */
  readonly seen: string;
  readonly seenStatusId: number;
  /** The store whose choices a new order was filled with. */
  readonly defaultsOf: number;
  readonly step: Step;
  readonly draft: OrderDraft;
  readonly shippingSame: boolean;
  readonly tellCustomer: boolean;
  readonly customerSearch: string;
  readonly productSearch: string;
  /** The product chosen but not added yet: its options are asked for. */
  readonly pendingProductId: number;
  readonly pendingQuantity: number;
  readonly pendingOptions: DraftLine['options'];
  /** Options of it that are required and were left open: it was not added. */
  readonly pendingMissing: readonly number[];
}

export const STEPS = ['customer', 'products', 'payment', 'shipping', 'totals'] as const;
export type Step = (typeof STEPS)[number];

export function parseForm(body: Input): OrderFormState {
  const step = textIn(body, 'step') as Step;
  const shippingSame = flagIn(body, 'shipping_same');
  const paymentAddress = addressIn(groupIn(body, 'payment_address'));
  return {
    orderId: wholeIn(body, 'order_id'),
    formToken: textIn(body, 'form_token').slice(0, 64),
    defaultsOf: wholeIn(body, 'defaults_of'),
    seen: textIn(body, 'seen').slice(0, 64),
    seenStatusId: wholeIn(body, 'seen_status_id'),
    step: STEPS.includes(step) ? step : 'customer',
    shippingSame,
    tellCustomer: flagIn(body, 'tell_customer'),
    customerSearch: textIn(body, 'customer_search').slice(0, 100),
    productSearch: textIn(body, 'product_search').slice(0, 100),
    pendingProductId: wholeIn(body, 'pending_product_id'),
    pendingQuantity: wholeIn(body, 'pending_quantity', 1),
    pendingOptions: parseOptions({ option: body['pending_option'], option_text: body['pending_option_text'] }),
    pendingMissing: [],
    draft: {
      storeId: wholeIn(body, 'store_id'),
      customerId: wholeIn(body, 'customer_id'),
      customerGroupId: wholeIn(body, 'customer_group_id'),
      firstName: textIn(body, 'firstname'),
      lastName: textIn(body, 'lastname'),
      // Not trimmed of line breaks: the check must see them.
      email: textIn(body, 'email'),
      telephone: textIn(body, 'telephone'),
      languageId: wholeIn(body, 'language_id'),
      currencyCode: textIn(body, 'currency_code'),
      lines: groupsIn(body, 'lines').map(parseLine),
      paymentAddress,
      shippingAddress: shippingSame ? paymentAddress : addressIn(groupIn(body, 'shipping_address')),
      shippingCode: textIn(body, 'shipping_code') || null,
      paymentCode: textIn(body, 'payment_code'),
      couponCode: textIn(body, 'coupon_code'),
      rewardPoints: wholeIn(body, 'reward_points'),
      comment: textIn(body, 'comment'),
      statusId: wholeIn(body, 'status_id'),
      remindersConsent: flagIn(body, 'reminders_consent'),
    },
  };
}

/**
 * Options come as `option[o<product option id>]`: a value id, several, or typed text under `option_text`. The letter
 * is there because form parsers read `option[12]` as a list and lose the 12.
 */
function parseLine(line: Input): DraftLine {
  const quantity = textIn(line, 'quantity');
  return {
    productId: wholeIn(line, 'product_id'),
    quantity: /^\d{1,9}$/.test(quantity) ? Number(quantity) : -1,
    options: parseOptions(line),
  };
}

function parseOptions(line: Input): DraftLine['options'] {
  const chosen = groupIn(line, 'option');
  const typed = groupIn(line, 'option_text');
  return [
    ...Object.keys(chosen).flatMap((key) =>
      listIn(chosen, key)
        .filter((value) => value !== '')
        .map((value) => ({ productOptionId: optionIdIn(key), productOptionValueId: Number(value), value: '' })),
    ),
    ...Object.keys(typed)
      .filter((key) => textIn(typed, key) !== '')
      .map((key) => ({ productOptionId: optionIdIn(key), productOptionValueId: 0, value: textIn(typed, key) })),
  ];
}

export function optionKey(productOptionId: number): string {
  return `o${productOptionId}`;
}

/** 0, which no product has, for a key that is none. */
function optionIdIn(key: string): number {
  return Number(/^o(\d{1,9})$/.exec(key)?.[1] ?? 0);
}
