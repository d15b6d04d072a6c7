import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { defineError } from '../../../system/errors';
import { toDecimalText } from '../../../system/money';
import { checkFreeLink, freeLinkWrong, type FreeLinkTerms } from './check_free_link';
import type { PaymentLinks } from '../context';
import { firstFreeAttempt } from './free_attempt';
import { findFreeGateway, type FreeGateway } from './free_gateway';
import { lifetimeMs } from '../gateways/gateway_settings';
import { putRequest } from '../jobs';
import type { Link, LinkSnapshot } from '../link/link_row';
import type { NewLink } from '../link/links';
import { linkOfOnce, madeBefore } from '../make/once_links';
import { recordOnce, takeOnce, type OnceKey } from '../make/once_keys';
import { newToken, slugIn } from './pay_names';
import { paymentCodeOf } from '../gateways/payment_code';
import type { Person } from '../journal/person';

export const noProviderForLink = defineError(
  'no_provider_for_link',
  409,
  'No payment provider makes links in this store.',
  'Enable one under Extensions → Payments, enter its API key and switch "Generate payment links at the admin" on.',
);

export interface FreeLinkWish extends FreeLinkTerms {
  /** A provider's code; absent: the first that can. */
  readonly gateway?: string;
  /** False: nobody is mailed, the address is handed over in another way. */
  readonly mail?: boolean;
  /** A repeated wish with this key makes no second link. */
  readonly once?: OnceKey;
}

/**
 * Makes a link without an order: its row, journal and job in one transaction; the provider is asked by the job. The
 * answer's `/pay/<token>` is good at once. With `once`, a repetition answers the link that the first wish made.
 * @throws AppError `free_link_wrong` with fields, `no_provider_for_link`, `idempotency_key_reused`
 */
export async function createFreeLink(context: PaymentLinks, wish: FreeLinkWish, person: Person): Promise<Link> {
  const before = wish.once && (await linkOfOnce(context.db, wish.once));
  if (before) return before;
  await assertFits(context, wish);
  const { storeId, gateway } = wish;
  const found = await findFreeGateway(context, {
    ...{ storeId, currency: wish.amount.currency },
    ...(gateway === undefined ? {} : { gateway }),
  });
  if (found.kind === 'none') {
    throw found.refusal === null ? noProviderForLink() : freeLinkWrong({ fields: { currency: found.refusal } });
  }
  const link = await transaction(context.db, (tx) => onceOnly(context, tx, wish, found.gateway, person));
  context.wake();
  return link;
}

async function assertFits(context: PaymentLinks, wish: FreeLinkWish): Promise<void> {
  const stores = await context.orderBook.listStores(context.db);
  const fields = checkFreeLink(wish, { storeIds: stores.map((store) => store.storeId) });
  if (Object.keys(fields).length > 0) throw freeLinkWrong({ fields });
}

async function onceOnly(
  context: PaymentLinks,
  tx: Tx,
  wish: FreeLinkWish,
  gateway: FreeGateway,
  person: Person,
): Promise<Link> {
  const { once } = wish;
  if (!once) return insert(context, tx, wish, gateway, person);
  const before = await takeOnce(tx, once, context.clock.now());
  if (before) return madeBefore(tx, once, before);
  const link = await insert(context, tx, wish, gateway, person);
  await recordOnce(tx, once.key, link.linkId);
  return link;
}

async function insert(
  context: PaymentLinks,
  tx: Tx,
  wish: FreeLinkWish,
  gateway: FreeGateway,
  person: Person,
): Promise<Link> {
  const now = context.clock.now();
  const row = rowOf(wish, gateway, person, now);
  const prefix = gateway.settings.referencePrefix;
  const link = await firstFreeAttempt(context, tx, { row, prefix, actor: person.name });
  await putRequest(tx, { linkId: link.linkId, mail: wish.mail !== false, actor: person.name }, now);
  return link;
}

function rowOf(wish: FreeLinkWish, gateway: FreeGateway, person: Person, now: number): Omit<NewLink, 'reference'> {
  const { provider, settings, environment, account } = gateway;
  return {
    store_id: wish.storeId,
    order_id: null,
    purpose: 'free',
    attempt: 1,
    token: newToken(),
    slug: slugIn(wish.slug),
    notify_token: newToken(),
    gateway: provider.code,
    environment,
    account,
    method: null,
    amount_minor: wish.amount.minor,
    currency: wish.amount.currency,
    description: wish.description.trim(),
    lifetime_seconds: wish.lifetimeSeconds ?? Math.round(lifetimeMs(settings.lifetime) / 1000),
    snapshot: JSON.stringify(snapshotOf(wish, gateway)),
    requested_at: now,
    customer: wish.name.trim(),
    email: wish.email.trim(),
    created_by: person.name.slice(0, 64),
    created_at: now,
  };
}

function snapshotOf({ amount, language }: FreeLinkWish, { provider }: FreeGateway): LinkSnapshot {
  return {
    statusId: 0,
    paymentCode: paymentCodeOf(provider.code, null),
    paymentName: provider.title,
    total: toDecimalText(amount),
    currencyValue: '1',
    language,
  };
}
