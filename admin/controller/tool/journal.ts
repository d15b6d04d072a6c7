import { readSettings } from '../../../extension/opencart/setting/settings';
import { listJournalElsewhere, type JournalLine } from '../../../extension/payment_link/journal/journal';
import { view, type Answer } from '../../../system/http/answer';
import { wholeIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { pageName } from '../../refuse';
import type { JournalListView, JournalRowView } from '../../view/tool/journal_list';
import type { Visit } from '../../visit';
import { timelineLine } from '../sale/order_info/timeline';

const HOME = '/admin/tool/journal';
const PER_PAGE = 50;

/** What people changed that is about no order, newest first. */
export async function list(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('tool/journal');
  const before = wholeIn(visit.query, 'before') || null;
  const lines = await listJournalElsewhere(app.db, { before, limit: PER_PAGE + 1 });
  const { timeZone } = await readSettings(app.db, 0);
  const shown = lines.slice(0, PER_PAGE);
  const oldest = lines.length > PER_PAGE ? shown.at(-1)?.journalId : undefined;
  const page: JournalListView = {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    rows: shown.map((line) => rowView(visit, line, app.clock.now(), timeZone)),
    newestHref: before === null ? null : visit.href(HOME),
    olderHref: oldest === undefined ? null : visit.href(HOME, { before: oldest }),
  };
  return view('tool/journal_list', page);
}

function rowView(visit: Visit, line: JournalLine, now: number, zone: string): JournalRowView {
  const { text, at, actor } = timelineLine(visit, named(visit, line), now, zone);
  const from = line.ip === null ? null : fill(visit.texts('tool/journal').from, { address: line.ip });
  return { text, at, actor, from, changes: changesOf(visit, line) };
}

/** The page by its name in the menu. */
function named(visit: Visit, line: JournalLine): JournalLine {
  const route = line.details?.['route'];
  if (typeof route !== 'string') return line;
  const pages: Readonly<Record<string, string | undefined>> = visit.texts('common/menu').entries;
  return { ...line, details: { ...line.details, page: pages[route] ?? pageName(visit, route) } };
}

const RECORD_FIELD = /^fields\./;

/** `price: 9.00 → 10.00`. Of settings every detail but their name is one. */
function changesOf(visit: Visit, { event, details }: JournalLine): JournalRowView['changes'] {
  const isChange = (key: string) => (event === 'settings.changed' ? key !== 'settings' : RECORD_FIELD.test(key));
  const secret = visit.texts('sale/journal').secret_changed;
  return Object.entries(details ?? {})
    .filter(([key]) => isChange(key))
    .map(([key, value]) => ({
      field: key.replace(RECORD_FIELD, ''),
      value: value === '' || value === 'changed' ? secret : String(value),
    }));
}
