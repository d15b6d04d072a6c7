import type { Visit } from './visit';

/** The left menu: OpenCart's groups and words. An entry shows only with access to its route. */
export interface MenuGroup {
  readonly text: string;
  readonly icon: string;
  readonly entries: readonly (MenuEntry | SubMenu)[];
}

export interface MenuEntry {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

/** A group inside a group: System → Localisation → Order Statuses. */
export interface SubMenu {
  readonly text: string;
  readonly entries: readonly MenuEntry[];
}

const LOCALISATION = { key: 'localisation', routes: ['localisation/order_status'] } as const;

const GROUPS = [
  { key: 'catalog', icon: 'tag', routes: ['catalog/product', 'catalog/option'] },
  { key: 'sales', icon: 'cart', routes: ['sale/order', 'sale/payment_link'] },
  { key: 'customers', icon: 'people', routes: ['customer/customer'] },
  {
    key: 'system',
    icon: 'gear',
    routes: [
      'setting/store',
      'user/user',
      'user/user_permission',
      'setting/permission',
      LOCALISATION,
      'tool/settings_check',
      'tool/job',
      'tool/journal',
    ],
  },
  { key: 'extensions', icon: 'puzzle', routes: ['extension/payment', 'extension/payment_link', 'extension/shipping'] },
] as const;

type Listed = (typeof GROUPS)[number]['routes'][number];
type Route = Extract<Listed, string> | (typeof LOCALISATION)['routes'][number];

const isSetting = (entry: Route): boolean => entry === 'setting/permission' || entry === 'tool/journal';

export function menuOf(visit: Visit, route: string, offers: (path: string) => boolean): MenuGroup[] {
  const texts = visit.texts('common/menu');
  // They are for those who set the shop up, and no routes of their own that a group could be given. Where a shop's
  // groups are changed here, nothing else has to say what they may.
  const isOpen = (entry: Route): boolean => {
    if (entry === 'setting/permission' && offers('/user/user_permission')) return false;
    return isSetting(entry) ? visit.may('modify', 'setting/setting') : visit.may('access', entry);
  };
  const entriesOf = (routes: readonly Route[]): MenuEntry[] =>
    routes
      .filter((entry) => isOpen(entry) && offers(`/${entry}`))
      .map((entry) => ({
        text: texts.entries[entry],
        href: visit.href(`/admin/${entry}`),
        current:
          entry === route ||
          (isSetting(entry) && visit.request.path === `/${entry}`) ||
          (entry === 'extension/payment' && route.startsWith('payment/')),
      }));
  const listedOf = (listed: Listed): (MenuEntry | SubMenu)[] => {
    if (typeof listed === 'string') return entriesOf([listed]);
    const entries = entriesOf(listed.routes);
    return entries.length > 0 ? [{ text: texts.groups[listed.key], entries }] : [];
  };
  return GROUPS.map(({ key, icon, routes }) => ({
    text: texts.groups[key],
    icon,
    entries: routes.flatMap(listedOf),
  })).filter((group) => group.entries.length > 0);
}

export function firstEntry(menu: readonly MenuGroup[]): MenuEntry | undefined {
  return menu.flatMap((group) => group.entries).flatMap((one) => ('entries' in one ? one.entries : [one]))[0];
}
