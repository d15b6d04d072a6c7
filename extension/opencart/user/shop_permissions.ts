import type { Db } from '../../../system/db/table';
import { findOwnPermission } from './own_permissions';
import { hasPermission, type Permission } from './permissions';
import type { UserGroup } from './user_groups';

const ORDERS = ['sale/order', 'sale/payment_link', 'common/dashboard'] as const;
const SETTINGS = [
  'setting/setting',
  'extension/payment',
  'extension/payment_link',
  'payment/midtrans',
  'payment/multisafepay',
  'tool/job',
  'tool/settings_check',
] as const;

/** What each permission of an attached shop means here; refunds and settings ask for `setting/setting`. */
const MEANINGS: readonly (readonly [route: string, here: readonly string[]])[] = [
  ['sale/order', ORDERS],
  ['setting/setting', SETTINGS],
  ['localisation/order_status', ['localisation/order_status']],
];

/** Pages that are not named here stay closed to everybody, whatever the shop allows on its own. */
export function permissionHere(permission: Permission): Permission {
  const of = (kind: 'access' | 'modify'): string[] =>
    MEANINGS.flatMap(([route, here]) => (hasPermission({ permission }, kind, route) ? here : []));
  return { access: of('access'), modify: of('modify') };
}

/**
 * What the owner decided for a group, all that belongs to its step today: a page that came with an upgrade is among
 * it. Where nothing was decided, what the shop's own permissions mean.
 */
export async function groupPermission(
  db: Db,
  group: Pick<UserGroup, 'userGroupId' | 'permission'>,
): Promise<Permission> {
  const own = await findOwnPermission(db, group.userGroupId);
  return own === null ? permissionHere(group.permission) : LEVEL_PERMISSIONS[levelOf(own)];
}

/**
 * What a group may do here, in steps: nothing; see orders and links; also make, resend and cancel links and enter
 * orders; also refund and set up.
 */
export const SHOP_LEVELS = ['none', 'see', 'make', 'setup'] as const;
export type ShopLevel = (typeof SHOP_LEVELS)[number];

const ALL = [...ORDERS, ...SETTINGS, 'localisation/order_status'];

export const LEVEL_PERMISSIONS: Readonly<Record<ShopLevel, Permission>> = {
  none: { access: [], modify: [] },
  see: { access: ORDERS, modify: [] },
  make: { access: ORDERS, modify: ORDERS },
  setup: { access: ALL, modify: [...ORDERS, ...SETTINGS] },
};

/** The highest step that the permissions cover. */
export function levelOf(permission: Permission): ShopLevel {
  const may = (kind: 'access' | 'modify', route: string): boolean => permission[kind].includes(route);
  if (may('modify', 'setting/setting') && may('modify', 'sale/order')) return 'setup';
  if (may('modify', 'sale/order')) return 'make';
  return may('access', 'sale/order') ? 'see' : 'none';
}
