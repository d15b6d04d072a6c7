import { z } from 'zod';
import { LINK_STATES, PAYMENT_STATES } from '../extension/payment_link/link/link';
import { LINK_FLAGS } from '../extension/payment_link/link/link_row';
import { isCurrency } from '../system/currencies';

/** Every shape of the API, once: requests are read with them, and the OpenAPI document is made of them. */
export const shapes = z.registry<{ id: string; description?: string }>();

const time = z.iso.datetime().describe('ISO 8601, UTC');
const id = z.int().positive();

export const Money = z
  .strictObject({
    minor: z.int().describe('Minor units of the currency: 1250 is €12.50, and ¥1250.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .refine(isCurrency, 'It must be an ISO 4217 currency.'),
  })
  .register(shapes, { id: 'Money' });

const Failure = z.strictObject({
  message: z.string(),
  cause: z.string().nullable().describe('What the machine said, where the message says it in words'),
  code: z.string().nullable().describe("The provider's own code"),
  remedy: z.string().nullable().describe('What a person can do'),
});

const linkFields = {
  id,
  store_id: z.int().nonnegative(),
  order_id: id.nullable().describe('Null for a link without an order'),
  purpose: z.enum(['order', 'difference', 'free']),
  attempt: id.describe('Of the attempts behind one address'),
  reference: z.string().describe('What the provider knows as the order id'),
  state: z.enum(LINK_STATES),
  amount: Money,
  description: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.string(),
  gateway: z.string(),
  environment: z.enum(['test', 'live']),
  method: z.string().nullable().describe('The one method offered; null for all'),
  address: z.url().describe('What customers are given: always shows the newest attempt'),
  slug: z.string().nullable().describe('The short name in that address, if one was chosen'),
  provider_url: z.url().nullable(),
  failure: Failure.nullable().describe('Why the last try to make it failed'),
  opens: z.int().nonnegative(),
  created_at: time,
  activated_at: time.nullable(),
  expires_at: time.nullable(),
  closed_at: time.nullable(),
  closed_why: z.string().nullable(),
  flags: z.array(z.enum(LINK_FLAGS)).describe('Why a person should look at it'),
  needs_person: z.boolean(),
  created_by: z.string(),
};

export const Link = z.strictObject(linkFields).register(shapes, { id: 'Link' });

export const Payment = z
  .strictObject({
    id,
    provider_id: z.string(),
    state: z.enum(PAYMENT_STATES),
    method: z.string().nullable(),
    amount: Money,
    refunded: Money,
    paid_twice: z.boolean(),
    reason: z.string().nullable(),
    created_at: time,
    paid_at: time.nullable(),
  })
  .register(shapes, { id: 'Payment' });

export const Refund = z
  .strictObject({
    id,
    payment_id: id,
    reference: z.string(),
    provider_id: z.string().nullable(),
    state: z.enum(['asked', 'asking', 'pending', 'done', 'failed', 'unknown']),
    amount: Money,
    reason: z.string(),
    failure: z.string().nullable(),
    created_by: z.string(),
    created_at: time,
  })
  .register(shapes, { id: 'Refund' });

export const LinkDetails = z
  .strictObject({ ...linkFields, payments: z.array(Payment), refunds: z.array(Refund) })
  .register(shapes, { id: 'LinkDetails' });

export const LinkPage = z
  .strictObject({
    data: z.array(Link),
    next_cursor: z.string().nullable().describe('Send it as `cursor` for the next page; null on the last one'),
  })
  .register(shapes, { id: 'LinkPage' });

export const OrderLinks = z
  .strictObject({ data: z.array(Link).describe('Oldest attempt first') })
  .register(shapes, { id: 'OrderLinks' });

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; programs may rely on it'),
    detail: z.string(),
    remedy: z.string().nullable(),
    errors: z.array(z.strictObject({ field: z.string(), message: z.string() })),
    reference: z.string().nullable().describe("To find the log's line by, for what nobody expected"),
  })
  .register(shapes, { id: 'Problem', description: 'RFC 9457' });
