import { countRunLinks, type RunLink } from '../../../../extension/payment_link/bulk/run_links';
import { standstillOf } from '../../../../extension/payment_link/bulk/resume_run';
import type { BulkRun } from '../../../../extension/payment_link/bulk/runs';
import { findLinksInOrder } from '../../../../extension/payment_link/list/link_lists';
import { countFormat } from '../../../../system/formats';
import { fill } from '../../../../system/language';
import { formatMoney } from '../../../../system/money';
import type { Admin } from '../../../admin';
import { linkHref } from '../../../link_href';
import { sayMoment } from '../../../dates';
import type { RefusedLinkView, RunRowView } from '../../../view/sale/link_run';
import type { Visit } from '../../../visit';
import { RUN } from './back';
import type { RunShop } from './run_part';

/** Each link that was left as it is, with the reason and what to do about it. */
export async function refusedPart(app: Admin, visit: Visit, refused: readonly RunLink[]): Promise<RefusedLinkView[]> {
  const text = visit.texts('sale/link_run');
  const links = await findLinksInOrder(
    app.db,
    refused.map((one) => one.linkId),
  );
  return refused.map((one) => {
    const link = links.find(({ linkId }) => linkId === one.linkId);
    return {
      reference: link?.reference ?? fill(text.unknown_link, { id: one.linkId }),
      href: link ? linkHref(visit, link) : null,
      customer: link?.customer ?? '',
      amount: link ? formatMoney(link.amount, visit.locale) : '',
      reason: visit.said(one.reason),
      remedy: one.remedy === null ? null : visit.said(one.remedy),
    };
  });
}

export async function runRows(
  app: Admin,
  visit: Visit,
  runs: readonly BulkRun[],
  { runId, now, zone }: RunShop & { readonly runId: number },
): Promise<RunRowView[]> {
  const text = visit.texts('sale/link_run');
  const number = countFormat(visit.locale);
  const rows: RunRowView[] = [];
  for (const run of runs) {
    const counts = await countRunLinks(app.db, run.runId);
    rows.push({
      title: text[`title_${run.act}`],
      href: visit.href(RUN, { run_id: run.runId }),
      current: run.runId === runId,
      begun: sayMoment(run.startedAt, now, zone, visit.locale),
      actor: run.actor,
      result: fill(text.result, { done: number.format(counts.done), total: number.format(run.total) }),
      rest: [
        ...(counts.refused > 0 ? [fill(text.result_refused, { count: number.format(counts.refused) })] : []),
        ...(counts.left > 0 ? [fill(text.result_left, { count: number.format(counts.left) })] : []),
        ...(run.endedAt === null ? [(await standstillOf(app.db, run)) ? text.standing : text.running] : []),
      ],
    });
  }
  return rows;
}
