import { UNDER_WAY_MAX } from '../../../../extension/payment_link/bulk/run_round';
import { listRunLinks, type RunLink, type RunLinkState } from '../../../../extension/payment_link/bulk/run_links';
import { followLink, type Refusal } from '../../../../extension/payment_link/bulk/follow_link';
import { SLOW_AFTER_MS } from '../../../../extension/payment_link/bulk/run_version';
import { standstillOf, type Standstill } from '../../../../extension/payment_link/bulk/resume_run';
import type { BulkRun } from '../../../../extension/payment_link/bulk/runs';
import { halfOfMinuteFor } from '../../../../extension/payment_link/sweep/pace';
import { MINUTE_MS } from '../../../../system/clock';
import { countFormat } from '../../../../system/formats';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { widthOf } from '../../../ages';
import { sayDuration, sayMoment } from '../../../dates';
import type { RunProgressView } from '../../../view/partial/run_progress';
import type { Visit } from '../../../visit';
import { pressHidden } from '../order_info/fold';
import { RUN } from './back';

type Counts = Readonly<Record<RunLinkState, number>>;
export interface RunShop {
  readonly now: number;
  readonly zone: string;
}

const settled = (counts: Counts): number => counts.done + counts.refused;

export async function progressPart(
  app: Admin,
  visit: Visit,
  { run, counts, now, zone }: RunShop & { readonly run: BulkRun; readonly counts: Counts },
): Promise<RunProgressView> {
  const text = visit.texts('sale/link_run');
  const number = countFormat(visit.locale);
  const running = run.endedAt === null;
  const when = (at: number) => ({ when: sayMoment(at, now, zone, visit.locale).text });
  const { runId, total } = run;
  const still = await standstillOf(app.db, run);
  const done = settled(counts);
  const mayStop = running && run.stoppedAt === null && visit.may('modify', 'sale/payment_link');
  return {
    text: fill(text.progress, { settled: number.format(done), total: number.format(total) }),
    running,
    bar: {
      ...{ label: text.progress_label, value: done, max: total },
      width: widthOf(done, total),
    },
    notes: [
      fill(text.begun_by, { ...when(run.startedAt), actor: run.actor }),
      ...(run.stoppedAt === null ? [] : [running ? text.stopping : fill(text.stopped, when(run.stoppedAt))]),
      ...(run.endedAt === null || run.stoppedAt !== null ? [] : [fill(text.ended, when(run.endedAt))]),
      ...(counts.waiting > 0 && still === null ? await paceNotes(app, visit, runId, counts.waiting) : []),
    ],
    counts: (
      [
        [text[`fact_done_${run.act}`], counts.done, counts.done > 0 ? 'ok-text' : 'soft'],
        [text.fact_refused, counts.refused, counts.refused > 0 ? 'bad' : 'soft'],
        ...(running
          ? ([
              [text.fact_under_way, counts.asked, ''],
              [text.fact_waiting, counts.waiting, ''],
            ] as const)
          : []),
        ...(run.stoppedAt === null ? [] : ([[text.fact_left, counts.left, 'soft']] as const)),
      ] as const
    ).map(([label, value, css]) => ({ label, value: number.format(value), css })),
    trouble: still ? stillTrouble(visit, still) : counts.asked > 0 ? await troubleOf(app, visit, run, now) : null,
    goOn:
      still && visit.may('modify', 'sale/payment_link')
        ? { action: visit.href(`${RUN}/go_on`), hidden: pressHidden({ run_id: runId }), title: text.go_on }
        : null,
    refreshHref: visit.href(RUN, { run_id: runId }),
    stop: mayStop
      ? { action: visit.href(`${RUN}/stop`), hidden: { run_id: String(runId) }, confirm: text.confirm_stop }
      : null,
  };
}

async function paceNotes(app: Admin, visit: Visit, runId: number, waiting: number): Promise<string[]> {
  const text = visit.texts('sale/link_run');
  const [next] = await listRunLinks(app.db, runId, 'waiting', { limit: 1 });
  const pace = await halfOfMinuteFor(app.links, next?.linkId ?? 0);
  const duration = sayDuration((waiting / pace) * MINUTE_MS, visit.locale);
  return [
    fill(text.pace, { count: countFormat(visit.locale).format(pace) }),
    ...(waiting > pace ? [fill(text.time_left, { duration })] : []),
  ];
}

/** The run itself is held up for good, not one of its links. */
function stillTrouble(visit: Visit, { reason }: Standstill): RunProgressView['trouble'] {
  const text = visit.texts('sale/link_run');
  return { text: text.still, reason: visit.said(reason), remedy: text.still_remedy };
}

/** The first reason that a link under way has for not being done, or that it takes longer than it should. */
async function troubleOf(app: Admin, visit: Visit, run: BulkRun, now: number): Promise<RunProgressView['trouble']> {
  const text = visit.texts('sale/link_run');
  const asked = await listRunLinks(app.db, run.runId, 'asked', { limit: UNDER_WAY_MAX });
  const slow = asked.filter((one) => now - (one.askedAt ?? now) > SLOW_AFTER_MS);
  if (slow.length === 0) return null;
  const said = await firstTrouble(app, run, slow);
  return {
    text: run.act === 'resend' ? text.trouble_mail : text.trouble_provider,
    reason: said === null ? '' : visit.said(said.reason),
    remedy: said === null || said.remedy === null ? null : visit.said(said.remedy),
  };
}

async function firstTrouble(app: Admin, run: BulkRun, slow: readonly RunLink[]): Promise<Refusal | null> {
  for (const one of slow) {
    const outcome = await followLink(app.links, run, one);
    if (outcome.kind === 'under_way' && outcome.trouble !== null) return outcome.trouble;
  }
  return null;
}

/** What is read out when it changes: a quarter, a half, the end. */
export function saidOf(visit: Visit, run: BulkRun, counts: Counts): string {
  const text = visit.texts('sale/link_run');
  const number = countFormat(visit.locale);
  const quarters = Math.floor((4 * settled(counts)) / run.total);
  const at = run.endedAt === null ? Math.floor((quarters * run.total) / 4) : settled(counts);
  return fill(text.progress, { settled: number.format(at), total: number.format(run.total) });
}
