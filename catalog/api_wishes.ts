import { z } from 'zod';
import { LIFETIME_SECONDS } from '../extension/payment_link/free/check_free_link';
import { LINK_STATES } from '../extension/payment_link/link/link';
import { Money, shapes } from './api_shapes';

/** What the API is asked; see `api_shapes.ts` for what it answers. */
const lifetime = z
  .int()
  .min(LIFETIME_SECONDS.min)
  .max(LIFETIME_SECONDS.max)
  .describe('How long the link lives; absent: as the settings of the store say');
const mail = z.boolean().default(true).describe('Whether the customer is mailed');

const OrderLinkWish = z
  .strictObject({ order_id: z.int().positive(), lifetime_seconds: lifetime.optional(), mail })
  .register(shapes, { id: 'OrderLinkWish' });

const FreeLinkWish = z
  .strictObject({
    amount: Money,
    description: z.string().describe('What it is for; the customer reads it. At most 200 characters'),
    email: z.string().default('').describe('Empty: nobody is mailed'),
    name: z.string().default(''),
    language: z.string().default('en-gb'),
    store_id: z.int().nonnegative().default(0),
    slug: z
      .string()
      .optional()
      .describe(
        'Makes `/pay/<slug>` its address: 3 to 64 of a-z and 0-9, words joined by single hyphens. Can be guessed',
      ),
    gateway: z.string().optional().describe("A provider's code; absent: the first that can"),
    lifetime_seconds: lifetime.optional(),
    mail,
  })
  .register(shapes, { id: 'FreeLinkWish' });

export const LinkWish = z
  .union([OrderLinkWish, FreeLinkWish])
  .register(shapes, { id: 'LinkWish', description: 'For an order, or without one' });
export type LinkWish = z.output<typeof LinkWish>;

export const ResendWish = z
  .strictObject({
    email: z.string().optional().describe('Absent: the address of the link'),
    words: z.string().max(2000).optional().describe('Words of your own above the button'),
  })
  .register(shapes, { id: 'ResendWish' });

export const RenewWish = z
  .strictObject({ lifetime_seconds: lifetime.optional(), mail })
  .register(shapes, { id: 'RenewWish' });

export const RefundWish = z
  .strictObject({
    amount: Money,
    payment_id: z.int().positive().optional().describe('Needed where several payments came in'),
    reason: z.string().max(200).default(''),
    lines: z
      .array(z.strictObject({ id: z.string(), quantity: z.int().positive() }))
      .default([])
      .describe('Lines given back, for methods that refund by lines'),
  })
  .register(shapes, { id: 'RefundWish' });

export const LinkQuery = z.strictObject({
  state: z.enum(LINK_STATES).optional(),
  order_id: z.coerce.number().int().positive().optional(),
  store_id: z.coerce.number().int().nonnegative().optional(),
  search: z
    .string()
    .optional()
    .describe('A reference, an e-mail address, the start of a name, a slug, or a pay address'),
  needs_person: z.enum(['true', 'false']).optional(),
  created_from: z.iso.datetime().optional().describe('Inclusive'),
  created_to: z.iso.datetime().optional().describe('Exclusive'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().optional(),
});
