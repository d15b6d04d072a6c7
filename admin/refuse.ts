import { LEVEL_PERMISSIONS, SHOP_LEVELS } from '../extension/opencart/user/shop_permissions';
import type { PermissionKind } from '../extension/opencart/user/permissions';
import { writeJournal } from '../extension/payment_link/journal/journal';
import { MINUTE_MS } from '../system/clock';
import { forbidden, type AppError } from '../system/errors';
import { fill } from '../system/language';
import type { Admin } from './admin';
import { groupNames } from './read_only';
import type { Visit } from './visit';

/** Pressed again and again, one refusal a minute is enough for the journal. */
const noted = new WeakMap<Admin, Map<string, number>>();

/**
 * What somebody without a permission is told: which one it is, in the words of the page where it is given, and who may
 * give it. What they tried to change is in the journal.
 */
export async function refusalOf(app: Admin, visit: Visit, kind: PermissionKind, route: string): Promise<AppError> {
  if (visit.request.method === 'POST') await noteRefusal(app, visit, route);
  const text = visit.texts('common/error');
  const ownGroups = app.offers('/user/user_permission');
  const place = ownGroups ? 'user/user_permission' : 'setting/setting';
  const groups = await app.users.groupsThatMay(app.db, 'modify', place);
  return forbidden({
    values: {
      permission: ownGroups ? permissionOf(visit, kind, route) : levelFor(visit, kind, route),
      who: groups.length === 0 ? text.administrator : fill(text.in_group, { group: groupNames(visit, groups) }),
      page: ownGroups ? pageName(visit, place) : text.permissions,
      group: visit.user.groupName,
    },
  });
}

function permissionOf(visit: Visit, kind: PermissionKind, route: string): string {
  const words = visit.texts('user/user_permission').texts;
  return fill(kind === 'access' ? words.access_of : words.modify_of, { page: pageName(visit, route) });
}

export function pageName(visit: Visit, route: string): string {
  const names: Readonly<Record<string, string | undefined>> = visit.texts('user/user_permission').routes;
  return names[route] ?? route;
}

/** On an attached shop permissions are given in steps: the lowest that holds this one. */
function levelFor(visit: Visit, kind: PermissionKind, route: string): string {
  const level = SHOP_LEVELS.find((one) => LEVEL_PERMISSIONS[one][kind].includes(route));
  return level === undefined ? permissionOf(visit, kind, route) : visit.texts('setting/permission')[`level_${level}`];
}

async function noteRefusal(app: Admin, visit: Visit, route: string): Promise<void> {
  const known = noted.get(app) ?? new Map<string, number>();
  noted.set(app, known);
  const now = app.clock.now();
  const key = `${visit.user.userId} ${route}`;
  if (now - (known.get(key) ?? -Infinity) < MINUTE_MS) return;
  known.set(key, now);
  const { username: actor } = visit.user;
  await writeJournal(app.db, { event: 'admin.refused', details: { route }, actor, ip: visit.ip, at: now });
}
