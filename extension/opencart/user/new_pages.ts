import type { Db } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { writeJournal } from '../../payment_link/journal/journal';
import { beginState, readState, swapState, writeState } from '../../payment_link/state';
import { ADMIN_ROUTES } from './permissions';
import { listUserGroups, updateUserGroup, type UserGroup } from './user_groups';

/** The pages that groups were offered, by route: what an upgrade brings is what is not among them. */
const STATE = 'admin_pages';

/** Of shops from before this was remembered. */
const PAGES_BEFORE: readonly string[] = [
  'catalog/product',
  'common/dashboard',
  'customer/customer',
  'extension/payment',
  'extension/payment_link',
  'extension/opencart/payment/bank_transfer',
  'extension/opencart/payment/cod',
  'extension/opencart/payment/free_checkout',
  'localisation/order_status',
  'payment/midtrans',
  'payment/multisafepay',
  'sale/order',
  'sale/payment_link',
  'setting/setting',
  'setting/store',
  'tool/job',
  'tool/settings_check',
  'user/user',
  'user/user_permission',
];

/** A shop that is made now has all its pages from the beginning. */
export async function rememberPages(db: Db, now: number): Promise<void> {
  await writeState(db, STATE, ADMIN_ROUTES, now);
}

/**
 * Pages that came with an upgrade: a group that may see and change every page may go on doing so; to other groups a
 * new page is offered and closed, as nobody decided that they may have it. Each page is looked at once, so that what
 * an owner takes away later stays away. The journal has a line for each.
 * @returns the routes that are new, for the one process of several that wrote them.
 */
export async function takeNewPages(db: Db, now: number, pages: readonly string[] = ADMIN_ROUTES): Promise<string[]> {
  return transaction(db, async (tx) => {
    await beginState(tx, STATE, PAGES_BEFORE, now);
    const known = (await readState<readonly string[]>(tx, STATE)) ?? [];
    const added = pages.filter((page) => !known.includes(page));
    if (added.length === 0 || !(await swapState(tx, STATE, known, [...known, ...added], now))) return [];
    const offered = known.filter((page) => pages.includes(page));
    const given = (await listUserGroups(tx)).filter((group) => hasAll(group, offered));
    for (const { userGroupId, name, permission } of given) {
      const access = [...permission.access, ...added];
      const modify = [...permission.modify, ...added];
      await updateUserGroup(tx, userGroupId, name, { access, modify });
    }
    const groups = given.map(({ name }) => name).join(', ');
    for (const route of added) {
      const event = given.length > 0 ? 'page.given' : 'page.offered';
      await writeJournal(tx, { event, details: { route, groups }, actor: 'system', at: now });
    }
    return added;
  });
}

function hasAll({ permission }: UserGroup, pages: readonly string[]): boolean {
  return pages.every((page) => permission.access.includes(page) && permission.modify.includes(page));
}
