import { Decimal } from '../../system/decimal';
import { cutText, plainText } from '../../system/plain_text';
import type { Cart, LinkRequest } from '../payment_link/gateway';
import { toRupiah } from './rupiah';

const TITLE_LENGTH_MAX = 40;
const NAME_LENGTH_MAX = 50;
/** The provider refuses bodies above 16 kB; a cart that long becomes one line. */
const BODY_BYTES_MAX = 15_000;
const SECONDS_PER_MINUTE = 60;

interface Item {
  readonly id: string;
  readonly name: string;
  /** Whole rupiah, tax included; negative for discounts. */
  readonly price: number;
  readonly quantity: 1;
}

/** The body of POST /v1/payment-links. Pure. @throws GatewayError rejected for what is no whole rupiah. */
export function linkBody(request: LinkRequest): Record<string, unknown> {
  const grossAmount = toRupiah(request.amount);
  const body = {
    transaction_details: { order_id: request.reference, gross_amount: grossAmount },
    usage_limit: 1,
    customer_required: false,
    expiry: expiryOf(request),
    ...(request.method === null ? {} : { enabled_payments: [request.method.toLowerCase()] }),
    ...(request.cart ? { item_details: itemsOf(request.cart, grossAmount) } : {}),
    ...customerOf(request),
    title: cutText(plainText(request.description), TITLE_LENGTH_MAX),
    custom_field1: request.reference,
    callbacks: { finish: request.returnUrl },
    credit_card: { secure: true },
  };
  if (Buffer.byteLength(JSON.stringify(body)) <= BODY_BYTES_MAX) return body;
  return { ...body, item_details: [item('order', body.title, grossAmount)] };
}

function expiryOf({ lifetime, lifetimeSeconds }: LinkRequest): { duration: number; unit: string } {
  if (lifetime.unit !== 'seconds') return { duration: Math.max(1, Math.trunc(lifetime.value)), unit: lifetime.unit };
  return { duration: Math.max(1, Math.ceil(lifetimeSeconds / SECONDS_PER_MINUTE)), unit: 'minutes' };
}

/** One whole-rupiah price per line, and a last line for what the rounding of each has lost: the sum must be exact. */
function itemsOf(cart: Cart, grossAmount: number): Item[] {
  const items = cart.lines.map((line) => {
    const net = new Decimal(line.unitPrice).times(line.quantity);
    const gross = net.times(new Decimal(line.taxRate).div(100).plus(1));
    return item(line.id, line.name, gross.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
  });
  const missing = grossAmount - items.reduce((sum, { price }) => sum + price, 0);
  return [...items, item('rounding', 'Rounding', missing)].filter(({ price }) => price !== 0);
}

function item(id: string, name: string, price: number): Item {
  return {
    id: cutText(id, NAME_LENGTH_MAX),
    name: cutText(plainText(name).replaceAll('\n', ' '), NAME_LENGTH_MAX) || id,
    price,
    quantity: 1,
  };
}

/** The mail address makes Midtrans mail the link to the buyer, so it goes only where that is wanted. */
function customerOf({ customer, remindersByProvider }: LinkRequest): Record<string, unknown> {
  const details = {
    first_name: cutText(plainText(customer.firstName), 50),
    last_name: cutText(plainText(customer.lastName), 50),
    phone: within(customer.phone, 20),
    email: remindersByProvider ? within(customer.email, 50) : '',
  };
  const filled = Object.entries(details).filter(([, value]) => value !== '');
  const reachable = filled.some(([name]) => name !== 'last_name');
  return reachable ? { customer_details: Object.fromEntries(filled) } : {};
}

function within(text: string, charactersMax: number): string {
  const plain = plainText(text);
  return [...plain].length <= charactersMax ? plain : '';
}
