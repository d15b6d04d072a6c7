import { standstillOf } from '../../../../extension/payment_link/bulk/resume_run';
import { countRunLinks } from '../../../../extension/payment_link/bulk/run_links';
import { listRunsUnderWay } from '../../../../extension/payment_link/bulk/runs';
import { countFormat } from '../../../../system/formats';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { PaymentLinkListView } from '../../../view/sale/payment_link_list';
import type { Visit } from '../../../visit';
import { RUN } from './back';

/** More at once are nobody's; the page of runs has them all. */
const SHOWN_MAX = 3;

/** Acts on many links that are still being done, above the list: a colleague may have begun one. */
export async function runBanners(app: Admin, visit: Visit): Promise<PaymentLinkListView['running']> {
  const text = visit.texts('sale/link_run');
  const number = countFormat(visit.locale);
  const banners = [];
  for (const run of await listRunsUnderWay(app.db, SHOWN_MAX)) {
    const { done, refused } = await countRunLinks(app.db, run.runId);
    const values = { settled: number.format(done + refused), total: number.format(run.total) };
    const said = fill((await standstillOf(app.db, run)) ? text.list_still : text.list_running, {
      title: text[`title_${run.act}`],
      ...values,
    });
    banners.push({ text: said, href: visit.href(RUN, { run_id: run.runId }), action: text.show });
  }
  return banners;
}
