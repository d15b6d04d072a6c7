import { fill } from '../system/language';
import type { Admin } from './admin';
import type { Visit } from './visit';

/** What a page says to a person who may only look: who may change it. Null for those who may. */
export async function readOnlyText(app: Admin, visit: Visit, route: string): Promise<string | null> {
  if (visit.may('modify', route)) return null;
  const groups = await app.users.groupsThatMay(app.db, 'modify', route);
  const text = visit.texts('common/form');
  if (groups.length === 0) return text.no_permission_anybody;
  return fill(text.no_permission, { group: groupNames(visit, groups) });
}

export function groupNames(visit: Visit, groups: readonly string[]): string {
  return new Intl.ListFormat(visit.locale, { type: 'disjunction' }).format(groups);
}
