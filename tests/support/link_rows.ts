import type { LinkRow } from '../../extension/payment_link/link/link_row';
import { LINK_STATES } from '../../extension/payment_link/link/link';
import { DAY_MS, HOUR_MS } from '../../system/clock';
import { t, type Db } from '../../system/db/table';

const NAMES = ['Ann de Vries', 'bob Smith', 'ANNA Bos', 'Zoë 100%', 'Carl Ann'];

/** Links of every state, of several stores, currencies and people; every seventh is without an order. */
export function variedLinks(count: number, now: number): Partial<LinkRow>[] {
  return Array.from({ length: count }, (_none, index) => ({
    link_id: index + 1,
    store_id: index % 3,
    order_id: index % 7 === 0 ? null : Math.floor(index / 2) + 1,
    ...{
      purpose: 'order' as const,
      attempt: index,
      gateway: 'test',
      reference: `${index}-r`,
      environment: 'test' as const,
    },
    ...{ token: `token-${String(index).padStart(15, '0')}`, notify_token: `notify-${index}`, account: 'a' },
    state: LINK_STATES[(index * 5) % LINK_STATES.length] ?? 'active',
    amount_minor: ((index * 37) % 11) * 100,
    currency: ['EUR', 'EUR', 'USD', 'GBP'][index % 4] ?? 'EUR',
    ...{ description: 'x', lifetime_seconds: 60, snapshot: '{}', requested_at: 0, updated_at: 0 },
    expires_at: index % 5 === 0 ? null : now + ((index % 9) - 3) * DAY_MS,
    customer: NAMES[index % NAMES.length] ?? '',
    email: `c${index % 6}@example.com`,
    flags: index % 8 === 0 ? 'paid_twice' : index % 8 === 1 ? 'paid_late oversold' : '',
    flagged: index % 16 === 0 ? 1 : 0,
    created_by: ['admin', 'eva', 'system'][index % 3] ?? '',
    // Two at the same moment, so that the id decides.
    created_at: now - Math.floor(index / 2) * 13 * HOUR_MS,
  }));
}

/** With a payment for each that is paid. */
export async function insertLinks(db: Db, links: readonly Partial<LinkRow>[]): Promise<void> {
  for (const link of links) await db(t(db, 'payment_link')).insert(link);
  for (const { link_id, state } of links.filter((link) => link.state === 'completed')) {
    const money = { amount_minor: 1, currency: 'EUR', created_at: 0, updated_at: 0 };
    await db(t(db, 'payment_link_payment')).insert({
      link_id,
      gateway: 'test',
      provider_id: `psp${link_id}`,
      state: state && 'paid',
      ...money,
    });
  }
}
