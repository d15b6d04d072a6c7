import { readJsonMembers } from '../../../system/json';

export type PermissionKind = 'access' | 'modify';

/** Routes a group may see, and those it may change. Exact: no wildcards, and nobody is above them. */
export interface Permission {
  readonly access: readonly string[];
  readonly modify: readonly string[];
}

export const NO_PERMISSION: Permission = { access: [], modify: [] };

/** Every route of the admin, for the form of a group and for the group Administrator. */
export const ADMIN_ROUTES = [
  'catalog/option',
  'catalog/product',
  'common/dashboard',
  'customer/customer',
  'extension/payment',
  'extension/payment_link',
  'extension/opencart/payment/bank_transfer',
  'extension/opencart/payment/cod',
  'extension/opencart/payment/free_checkout',
  'extension/shipping',
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
] as const;

export function hasPermission(
  group: { readonly permission: Permission },
  kind: PermissionKind,
  route: string,
): boolean {
  return group.permission[kind].includes(route);
}

/** The JSON of `user_group.permission`; empty or unreadable text is no permission. */
export function readPermission(text: string | null): Permission {
  const kinds = readJsonMembers(text ?? '');
  return { access: routesIn(kinds?.['access']), modify: routesIn(kinds?.['modify']) };
}

/** As PHP writes it, slashes escaped, each route once and sorted. */
export function writePermission(permission: Permission): string {
  const sorted = (routes: readonly string[]): string[] => [...new Set(routes)].sort();
  const json = JSON.stringify({ access: sorted(permission.access), modify: sorted(permission.modify) });
  return json.replaceAll('/', '\\/');
}

/** PHP writes an object instead of an array once an element was taken out of the middle. */
function routesIn(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).map(String) : [];
}
