import { readSettings } from '../../../extension/opencart/setting/settings';
import { badRequest } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn, wholeIn } from '../../../system/http/input';
import { fill, plural } from '../../../system/language';
import {
  countListedJobs,
  dropFailedJob,
  listJobs,
  type JobsShown,
  type ListedJob,
} from '../../../system/outbox/job_lists';
import { retryJob } from '../../../system/outbox/jobs';
import { countFormat } from '../../../system/formats';
import type { Admin } from '../../admin';
import { causeOf } from '../../cause';
import { sayMoment } from '../../dates';
import { readOnlyText } from '../../read_only';
import { selectedIn } from '../../selected';
import { pagerOf } from '../../view/partial/pager';
import type { JobListView, JobRowView } from '../../view/tool/job_list';
import type { Visit } from '../../visit';
import { aboutOf, type JobAbout } from './job_about';

const HOME = '/admin/tool/job';
const PER_PAGE = 20;
const COUNTED_MAX = 10_000;

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('tool/job');
  const form = visit.texts('common/form');
  const shown = shownIn(textIn(visit.query, 'state'));
  const counts = { failed: await countOf(app, 'failed'), waiting: await countOf(app, 'waiting') };
  const page = Math.max(1, wholeIn(visit.query, 'page', 1));
  const now = app.clock.now();
  const jobs = await listJobs(app.db, shown, { now, limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
  const zone = (await readSettings(app.db, 0)).timeZone;
  const total = Math.min(counts[shown], COUNTED_MAX);
  const { names: _names, ...flat } = text;
  const data: JobListView = {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text: { ...form, ...flat },
    readOnly: await readOnlyText(app, visit, 'tool/job'),
    mayModify: visit.may('modify', 'tool/job'),
    tabs: (['failed', 'waiting'] as const).map((tab) => ({
      text: fill(text[`tab_${tab}`], { count: countFormat(visit.locale).format(counts[tab]) }),
      href: visit.href(HOME, { state: tab }),
      current: tab === shown,
    })),
    action: visit.href(`${HOME}/act`),
    shown,
    whenHeading: shown === 'failed' ? text.column_when_failed : text.column_when_due,
    rows: await Promise.all(
      jobs.map(async (job) => rowView(visit, job, await aboutOf(app, visit, job.payload), { now, zone })),
    ),
    empty: shown === 'failed' ? text.empty_failed : text.empty_waiting,
    failed: shown === 'failed',
    pager: pagerOf(visit, {
      ...{ page, perPage: PER_PAGE, total, more: counts[shown] > COUNTED_MAX },
      hrefOf: (to) => visit.href(HOME, { state: shown, page: to }),
    }),
  };
  return view('tool/job_list', data);
}

function countOf(app: Admin, shown: JobsShown): Promise<number> {
  return countListedJobs(app.db, shown, COUNTED_MAX);
}

function shownIn(state: string): JobsShown {
  return state === 'waiting' ? 'waiting' : 'failed';
}

function rowView(
  visit: Visit,
  job: ListedJob,
  about: JobAbout,
  { now, zone }: { readonly now: number; readonly zone: string },
): JobRowView {
  const names: Readonly<Record<string, string>> = visit.texts('tool/job').names;
  const name = names[job.name] ?? job.name;
  return {
    id: String(job.id),
    selectLabel: fill(visit.texts('common/form').select_row, { name: `${name} ${job.id}` }),
    name,
    about: about.text,
    href: about.href,
    reason: visit.said(job.failure ?? ''),
    cause: causeOf(visit, job.failureCause, `cause-${job.id}`),
    tries: String(job.attempt),
    when: sayMoment(job.failedAt ?? job.runAt, now, zone, visit.locale),
    running: job.running,
  };
}

/** Retry or give up what is ticked; what runs just now is left alone. */
export async function act(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('tool/job');
  const wish = textIn(visit.body, 'act');
  if (wish !== 'retry' && wish !== 'drop') throw badRequest();
  const back = `${HOME}?state=${shownIn(textIn(visit.body, 'state'))}`;
  const selected = selectedIn(visit.body);
  if (selected.length === 0) {
    return redirect(back, { kind: 'warning', text: visit.texts('common/form').none_selected });
  }
  let count = 0;
  for (const id of selected) {
    const done = wish === 'retry' ? await retryJob(app.db, id, app.clock.now()) : await dropFailedJob(app.db, id);
    if (done) count++;
  }
  app.wake();
  if (count === 0) return redirect(back, { kind: 'info', text: text.none_changed });
  const sentence = wish === 'retry' ? text.retried : text.dropped;
  return redirect(back, { kind: 'success', text: plural(visit.locale, count, sentence) });
}
