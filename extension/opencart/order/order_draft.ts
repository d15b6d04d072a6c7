/**
 * What a person (or a program) asks for when an order is entered or edited. Checked and priced by `price_order.ts`,
 * written by `save_order.ts`. Ids are the shop's; texts are plain.
 */
export interface OrderDraft {
  readonly storeId: number;
  /** 0 for a guest. */
  readonly customerId: number;
  readonly customerGroupId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly telephone: string;
  readonly languageId: number;
  readonly currencyCode: string;
  readonly lines: readonly DraftLine[];
  readonly paymentAddress: DraftAddress;
  /** Null: nothing in the order ships, or ship to the payment address is not wanted. */
  readonly shippingAddress: DraftAddress | null;
  /** `flat.flat`, `free.free`, `pickup.pickup`, `item.item`, `weight.weight_<geo zone>`; null when nothing ships. */
  readonly shippingCode: string | null;
  /** `multisafepay.ideal`, `cod.cod` … */
  readonly paymentCode: string;
  readonly couponCode: string;
  /** Reward points to use; 0 for none. Only for a customer with that balance. */
  readonly rewardPoints: number;
  readonly comment: string;
  readonly statusId: number;
  /** The customer agreed to be reminded of an unpaid link. */
  readonly remindersConsent: boolean;
}

export interface DraftLine {
  readonly productId: number;
  /** 1 to 999999. */
  readonly quantity: number;
  readonly options: readonly DraftOption[];
}

export interface DraftOption {
  readonly productOptionId: number;
  /** For select, radio, checkbox; 0 for text, textarea, date, time. A checkbox gives one entry per ticked value. */
  readonly productOptionValueId: number;
  /** The typed text; for values the program fills in the value's name. */
  readonly value: string;
}

export interface DraftAddress {
  /** 0 for one typed in. */
  readonly addressId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly postcode: string;
  readonly countryId: number;
  /** 0 when the country has none. */
  readonly zoneId: number;
}

/** An order as computed: what the tables get. Amounts are exact decimal text with four places, base currency. */
export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly totals: readonly PricedTotal[];
  /** The running total: `order.total`. */
  readonly total: string;
  readonly currency: {
    readonly currencyId: number;
    readonly code: string;
    readonly value: string;
    readonly decimalPlaces: number;
  };
  /** The method as stored: name, cost and tax class at this moment; null when nothing ships. */
  readonly shipping: {
    readonly code: string;
    readonly name: string;
    readonly cost: string;
    readonly taxClassId: number;
  } | null;
  readonly needsShipping: boolean;
  /** Lines that the stock does not cover, with what there is: refused unless the shop allows Stock Checkout. */
  readonly shortages: readonly { readonly lineIndex: number; readonly name: string; readonly available: number }[];
}

export interface PricedLine {
  readonly productId: number;
  readonly masterId: number;
  readonly name: string;
  readonly model: string;
  readonly quantity: number;
  readonly price: string;
  readonly total: string;
  /** Per piece. */
  readonly tax: string;
  readonly reward: number;
  readonly subtract: boolean;
  readonly shipping: boolean;
  readonly taxClassId: number;
  readonly options: readonly PricedOption[];
}

export interface PricedOption {
  readonly productOptionId: number;
  readonly productOptionValueId: number;
  readonly name: string;
  readonly value: string;
  readonly type: string;
}

export interface PricedTotal {
  /** OpenCart's extension of the total: `opencart`. */
  readonly extension: string;
  readonly code: string;
  readonly title: string;
  readonly value: string;
  readonly sortOrder: number;
}
