import { writeJournal } from '../extension/payment_link/journal/journal';
import { listIn, type Input } from '../system/http/input';
import type { Admin } from './admin';
import type { Visit } from './visit';

/** Orders, links, settings and records write richer entries of their own, inside their transactions. */
const OWN_ENTRIES = /^(sale|payment|extension|catalog|customer|localisation|user)\/|^setting\/store$/;
const IDS = /^(?:\w+_id|selected)$/;

/** Notes a change that a person made on any other page: which page, which entries, who and from where. */
export async function journalPost(app: Admin, visit: Visit, route: string): Promise<void> {
  if (OWN_ENTRIES.test(route)) return;
  await writeJournal(app.db, {
    event: 'admin.changed',
    details: { route, page: visit.request.path, ids: idsIn(visit.body).slice(0, 200) },
    actor: visit.user.username,
    ip: visit.ip,
    at: app.clock.now(),
  });
}

/** Ids only: a form also carries passwords and keys. */
function idsIn(body: Input): string {
  return Object.keys(body)
    .filter((name) => IDS.test(name))
    .map((name) => `${name}=${listIn(body, name).join('+')}`)
    .join(' ');
}
