import { listAddresses } from '../../../../extension/opencart/customer/addresses';
import { findCustomer } from '../../../../extension/opencart/customer/customers';
import type { DraftAddress } from '../../../../extension/opencart/order/order_draft';
import {
  findSellable,
  searchProducts,
  type ProductFound,
} from '../../../../extension/opencart/product/search_products';
import type { Input } from '../../../../system/http/input';
import { textIn, wholeIn } from '../../../../system/http/input';
import type { Admin } from '../../../admin';
import { STEPS, type OrderFormState, type Step } from './state';

/** A press of one of the form's buttons. */
export interface Press {
  readonly action: string;
  readonly body: Input;
  /** In which staff read, and look for, the names of products. */
  readonly languageId: number;
}

/** What a press makes of what was typed. `save` is not here: it leaves the form. */
export async function applyAction(app: Admin, state: OrderFormState, press: Press): Promise<OrderFormState> {
  const { action, body, languageId } = press;
  const [verb = '', argument = ''] = action.split(':');
  switch (verb) {
    case 'step':
      return STEPS.includes(argument as Step) ? toStep(state, argument as Step) : state;
    case 'pick_customer':
      return pickCustomer(app, state, Number(argument));
    case 'guest':
      return { ...state, draft: { ...state.draft, customerId: 0 }, customerSearch: '' };
    case 'pick_address':
      return pickAddress(app, state, body);
    case 'find_product':
      return findProduct(app, state, languageId);
    case 'pick_product':
      return pickProduct(app, state, Number(argument));
    case 'add_product':
      return addPending(app, state, body);
    case 'drop_product':
      return { ...state, pendingProductId: 0, productSearch: '' };
    case 'remove_line':
      return withLines(
        state,
        state.draft.lines.filter((_line, index) => index !== Number(argument)),
      );
    default:
      // find_customer, refresh, apply: showing the form again with what was typed is all they ask for.
      return state;
  }
}

function toStep(state: OrderFormState, step: Step): OrderFormState {
  return step === 'payment' ? { ...withPayer(state), step } : { ...state, step };
}

/** Who orders is who pays, until something else is typed. */
export function withPayer(state: OrderFormState): OrderFormState {
  const { firstName, lastName, paymentAddress } = state.draft;
  if (paymentAddress.firstName !== '' || paymentAddress.lastName !== '') return state;
  const payer = named(paymentAddress, firstName, lastName);
  const shippingAddress = state.shippingSame ? payer : state.draft.shippingAddress;
  return { ...state, draft: { ...state.draft, paymentAddress: payer, shippingAddress } };
}

async function pickCustomer(app: Admin, state: OrderFormState, customerId: number): Promise<OrderFormState> {
  const customer = await findCustomer(app.db, customerId);
  if (customer === null) return state;
  const [address] = await listAddresses(app.db, customerId);
  const paymentAddress = address ?? named(state.draft.paymentAddress, customer.firstName, customer.lastName);
  return {
    ...state,
    customerSearch: '',
    draft: {
      ...state.draft,
      customerId,
      customerGroupId: customer.customerGroupId,
      firstName: customer.firstName,
      lastName: customer.lastName,
      email: customer.email,
      telephone: customer.telephone,
      languageId: customer.languageId || state.draft.languageId,
      paymentAddress,
      shippingAddress: state.shippingSame ? paymentAddress : state.draft.shippingAddress,
    },
  };
}

function named(address: DraftAddress, firstName: string, lastName: string): DraftAddress {
  return { ...address, firstName, lastName };
}

/** "Choose Address": copies one of the customer's addresses into the fields. */
async function pickAddress(app: Admin, state: OrderFormState, body: Input): Promise<OrderFormState> {
  const addresses = await listAddresses(app.db, state.draft.customerId);
  const chosen = (field: string) => addresses.find(({ addressId }) => addressId === wholeIn(body, field)) ?? null;
  const paymentAddress = chosen('choose_payment_address') ?? state.draft.paymentAddress;
  const shippingAddress = state.shippingSame
    ? paymentAddress
    : (chosen('choose_shipping_address') ?? state.draft.shippingAddress);
  return { ...state, draft: { ...state.draft, paymentAddress, shippingAddress } };
}

/** One match is taken at once; several are offered as buttons. */
async function findProduct(app: Admin, state: OrderFormState, languageId: number): Promise<OrderFormState> {
  const found = await foundProducts(app, state, { limit: 2, languageId });
  const [only] = found;
  return only !== undefined && found.length === 1 ? choose(state, only) : state;
}

async function pickProduct(app: Admin, state: OrderFormState, productId: number): Promise<OrderFormState> {
  const { languageId, storeId } = state.draft;
  const [product] = await findSellable(app.db, [productId], { languageId, storeId });
  return product === undefined ? state : choose(state, product);
}

export async function foundProducts(
  app: Admin,
  state: OrderFormState,
  { limit, languageId }: { readonly limit: number; readonly languageId: number },
): Promise<ProductFound[]> {
  if (state.productSearch === '') return [];
  const { storeId } = state.draft;
  return searchProducts(app.db, { text: state.productSearch, languageId, storeId, limit });
}

/** A product without options goes straight into the order. */
function choose(state: OrderFormState, product: ProductFound): OrderFormState {
  const quantity = Math.max(product.minimum, 1);
  if (product.options.length > 0) {
    const cleared = { ...state, productSearch: '', pendingOptions: [] };
    return { ...cleared, pendingProductId: product.productId, pendingQuantity: quantity };
  }
  return addLine(state, { productId: product.productId, quantity, options: [] });
}

/** A required option that was left open is asked for again, before the product becomes a line. */
async function addPending(app: Admin, state: OrderFormState, body: Input): Promise<OrderFormState> {
  if (state.pendingProductId === 0) return state;
  const { languageId, storeId } = state.draft;
  const [product] = await findSellable(app.db, [state.pendingProductId], { languageId, storeId });
  const options = state.pendingOptions;
  const given = new Set(options.map(({ productOptionId }) => productOptionId));
  const missing = (product?.options ?? []).filter((one) => one.required && !given.has(one.productOptionId));
  if (missing.length > 0) return { ...state, pendingMissing: missing.map((one) => one.productOptionId) };
  const quantity = /^\d{1,9}$/.test(textIn(body, 'pending_quantity')) ? state.pendingQuantity : -1;
  return addLine(state, { productId: state.pendingProductId, quantity, options });
}

function addLine(state: OrderFormState, line: OrderFormState['draft']['lines'][number]): OrderFormState {
  const cleared = { ...state, pendingProductId: 0, pendingQuantity: 1, pendingOptions: [], productSearch: '' };
  return withLines(cleared, [...state.draft.lines, line]);
}

function withLines(state: OrderFormState, lines: OrderFormState['draft']['lines']): OrderFormState {
  return { ...state, draft: { ...state.draft, lines } };
}
