import type { Visit } from './visit';

/** The left menu: OpenCart's groups and words. An entry shows only with access to its route. */
export interface MenuGroup {
  readonly text: string;
  readonly icon: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuEntry {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

const GROUPS = [
  { key: 'catalog', icon: 'tag', routes: ['catalog/product'] },
  { key: 'sales', icon: 'cart', routes: ['sale/order', 'sale/payment_link'] },
  { key: 'customers', icon: 'people', routes: ['customer/customer'] },
  {
    key: 'system',
    icon: 'gear',
    routes: [
      'setting/store',
      'user/user',
      'user/user_permission',
      'localisation/order_status',
      'tool/settings_check',
      'tool/job',
    ],
  },
  { key: 'extensions', icon: 'puzzle', routes: ['extension/payment', 'extension/payment_link'] },
] as const;

export function menuOf(visit: Visit, route: string, offers: (path: string) => boolean): MenuGroup[] {
  const texts = visit.texts('common/menu');
  return GROUPS.map((group) => ({
    text: texts.groups[group.key],
    icon: group.icon,
    entries: group.routes
      .filter((entry) => visit.may('access', entry) && offers(`/${entry}`))
      .map((entry) => ({
        text: texts.entries[entry],
        href: visit.href(`/admin/${entry}`),
        current: entry === route || (entry === 'extension/payment' && route.startsWith('payment/')),
      })),
  })).filter((group) => group.entries.length > 0);
}
