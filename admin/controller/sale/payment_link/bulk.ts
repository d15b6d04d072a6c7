import { beginRun, RUN_LINKS_MAX } from '../../../../extension/payment_link/bulk/begin_run';
import { BULK_ACTS, type BulkAct } from '../../../../extension/payment_link/bulk/runs';
import { findFormResult } from '../../../../extension/payment_link/forms';
import type { Person } from '../../../../extension/payment_link/journal/person';
import { listLinkIds } from '../../../../extension/payment_link/list/link_ids';
import type { Db } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { AppError, badRequest } from '../../../../system/errors';
import { countFormat } from '../../../../system/formats';
import { redirect, type Answer } from '../../../../system/http/answer';
import { flagIn, textIn, wholeIn } from '../../../../system/http/input';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { selectedIn } from '../../../selected';
import type { Visit } from '../../../visit';
import { presserOf } from '../order_info/press';
import { pathBack, queryBack, runPath } from './back';
import { confirmPage } from './bulk_confirm';
import { filterOf } from './filters';
import { shopOf } from './shop_of';

/** One act on every ticked link, or on all that match: begins a run, whose page then says how far it is. */
export async function bulk(app: Admin, visit: Visit): Promise<Answer> {
  const act = BULK_ACTS.find((one) => one === textIn(visit.body, 'act'));
  if (act === undefined) throw badRequest();
  const person = presserOf(visit);
  const earlier = await runOf(app.db, person);
  if (earlier !== null) return redirect(earlier, { kind: 'info', text: visit.texts('sale/order_info').pressed_before });
  if (flagIn(visit.body, 'every')) return every(app, visit, act, person);
  const selected = selectedIn(visit.body);
  if (selected.length > 0) return begin(app, visit, { act, linkIds: selected, person });
  const text = visit.texts('common/form').none_selected;
  return redirect(pathBack(queryBack(visit)), { kind: 'warning', text });
}

/** All that match, as many as the question said: when others match by now, it is asked again. */
async function every(app: Admin, visit: Visit, act: BulkAct, person: Person): Promise<Answer> {
  const text = visit.texts('sale/link_run');
  const back = queryBack(visit);
  const filter = filterOf(back, await shopOf(app));
  const linkIds = await listLinkIds(app.db, filter, RUN_LINKS_MAX + 1);
  if (linkIds.length === 0) return redirect(pathBack(back), { kind: 'warning', text: text.none_match });
  if (linkIds.length > RUN_LINKS_MAX) {
    const most = countFormat(visit.locale).format(RUN_LINKS_MAX);
    return redirect(pathBack(back), { kind: 'warning', text: fill(text.too_many, { count: most }) });
  }
  const confirmed = wholeIn(visit.body, 'confirmed');
  if (confirmed === linkIds.length) return begin(app, visit, { act, linkIds, person });
  const [firstId = 0] = linkIds;
  return confirmPage(app, visit, { act, back, filter, firstId, count: linkIds.length, changed: confirmed > 0 });
}

async function begin(
  app: Admin,
  visit: Visit,
  { act, linkIds, person }: { act: BulkAct; linkIds: readonly number[]; person: Person },
): Promise<Answer> {
  try {
    const runId = await beginRun(app.links, act, linkIds, person);
    return redirect(runPath(runId), { kind: 'success', text: visit.texts('sale/link_run').begun });
  } catch (failed) {
    // The other one of two presses in the same moment; in a transaction of its own it is seen for certain.
    const before = failed instanceof AppError && failed.code === 'pressed_before';
    const earlier = before ? await transaction(app.db, (tx) => runOf(tx, person)) : null;
    if (earlier === null) throw failed;
    return redirect(earlier, { kind: 'info', text: visit.texts('sale/order_info').pressed_before });
  }
}

/** The page of the run that this press has begun before. */
async function runOf(db: Db, { press }: Person): Promise<string | null> {
  const runId = press ? await findFormResult(db, press.token) : null;
  return runId === null ? null : runPath(Number(runId));
}
