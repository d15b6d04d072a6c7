import { stopRun } from '../../../../extension/payment_link/bulk/begin_run';
import { resumeRun } from '../../../../extension/payment_link/bulk/resume_run';
import { countRunLinks, listRunLinks } from '../../../../extension/payment_link/bulk/run_links';
import { findRun, listRuns, type BulkRun } from '../../../../extension/payment_link/bulk/runs';
import { runVersion } from '../../../../extension/payment_link/bulk/run_version';
import { notFound } from '../../../../system/errors';
import { redirect, view, type Answer, type Notice } from '../../../../system/http/answer';
import { wholeIn } from '../../../../system/http/input';
import type { Admin } from '../../../admin';
import { liveVersion } from '../../../live';
import { readOnlyText } from '../../../read_only';
import { pagerOf } from '../../../view/partial/pager';
import type { LinkRunView } from '../../../view/sale/link_run';
import type { Visit } from '../../../visit';
import { personOf, presserOf, whenPressed } from '../order_info/press';
import { HOME, RUN, runPath } from './back';
import { shopOf } from './shop_of';
import { refusedPart, runRows } from './run_lists';
import { progressPart, saidOf } from './run_part';

const PER_PAGE = 20;
const RUNS_SHOWN = 20;

/** How far a run has come, and what was refused; without a number the newest one. */
export async function show(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('sale/link_run');
  const runs = await listRuns(app.db, RUNS_SHOWN);
  const run = await chosenRun(app, visit, runs);
  const shop = await shopOf(app);
  const runId = run?.runId ?? 0;
  // Read before the rest: a change in between makes the page refresh once more instead of never.
  const version = await runVersion(app.links, runId);
  const counts = await countRunLinks(app.db, runId);
  const last = Math.max(1, Math.ceil(counts.refused / PER_PAGE));
  const page = Math.min(Math.max(1, wholeIn(visit.query, 'page', 1)), last);
  const offset = (page - 1) * PER_PAGE;
  const heading = run === null ? text.runs : text[`title_${run.act}`];
  const data: LinkRunView = {
    title: heading,
    crumbs: [
      { text: visit.texts('sale/payment_links').title, href: visit.href(HOME) },
      { text: heading, href: visit.href(RUN, { run_id: runId || null }) },
    ],
    scripts: run === null || run.endedAt !== null ? [] : ['live_page.js'],
    ...{ text, heading, version },
    listHref: visit.href(HOME),
    readOnly: await readOnlyText(app, visit, 'sale/payment_link'),
    liveHref: visit.href(`${RUN}/live`, { run_id: runId }),
    said: run === null ? '' : saidOf(visit, run, counts),
    progress: run && (await progressPart(app, visit, { run, counts, ...shop })),
    refused: await refusedPart(app, visit, await listRunLinks(app.db, runId, 'refused', { limit: PER_PAGE, offset })),
    pager:
      counts.refused > PER_PAGE
        ? pagerOf(visit, {
            ...{ page, perPage: PER_PAGE, total: counts.refused, more: false },
            hrefOf: (to) => visit.href(RUN, { run_id: runId, page: to }),
          })
        : null,
    runs: await runRows(app, visit, runs, { runId, ...shop }),
  };
  return view('sale/link_run', data);
}

async function chosenRun(app: Admin, visit: Visit, runs: readonly BulkRun[]): Promise<BulkRun | null> {
  const runId = wholeIn(visit.query, 'run_id');
  if (runId === 0) return runs[0] ?? null;
  const run = await findRun(app.db, runId);
  if (run === null) throw notFound();
  return run;
}

export function live(app: Admin, visit: Visit): Answer {
  const runId = wholeIn(visit.query, 'run_id');
  return liveVersion(app, visit, () => runVersion(app.links, runId));
}

export async function stop(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('sale/link_run');
  const runId = wholeIn(visit.body, 'run_id');
  if ((await findRun(app.db, runId)) === null) throw notFound();
  const stopped = await stopRun(app.links, runId, personOf(visit));
  const notice = stopped ? text.stop_pressed : text.not_stopped;
  return redirect(runPath(runId), { kind: stopped ? 'success' : 'info', text: notice });
}

/** "Go on" of a run whose job was given up. */
export async function goOn(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('sale/link_run');
  const runId = wholeIn(visit.body, 'run_id');
  if ((await findRun(app.db, runId)) === null) throw notFound();
  const before: Notice = { kind: 'info', text: text.not_still };
  const notice = await resumeRun(app.links, runId, presserOf(visit)).then(
    (resumed): Notice => (resumed ? { kind: 'success', text: text.gone_on } : before),
    (failed: unknown) => whenPressed(failed, before),
  );
  return redirect(runPath(runId), notice);
}
