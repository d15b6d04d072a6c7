import { randomBytes } from 'node:crypto';
import { listOrderStatuses } from '../../../../extension/opencart/localisation/order_statuses';
import { flagIn, textIn } from '../../../../system/http/input';
import type { Admin } from '../../../admin';
import { sayShopTime } from '../../../dates';
import { linkedText } from '../../../../system/linked_text';
import type { HistoryView } from '../../../view/sale/order_info';
import type { Visit } from '../../../visit';
import type { OrderFacts } from './facts';
import { typedIn, type Again } from './again';
import { historyPage, LINES_PER_PAGE } from './history_lines';

/** The column holds 64 kB; nobody mails a customer more than this. */
export const COMMENT_LENGTH_MAX = 5000;

export async function historyPart(
  app: Admin,
  visit: Visit,
  facts: OrderFacts,
  again: Again | null,
): Promise<HistoryView> {
  const { orderId, history: found, now, zone } = facts;
  const page = historyPage(visit);
  const text = visit.texts('sale/order_info');
  const href = (to: number) =>
    `${visit.href('/admin/sale/order/info', { order_id: orderId, history: to === 1 ? null : to })}#history`;
  return {
    entries: found.slice(0, LINES_PER_PAGE).map((entry) => ({
      status: entry.statusName || text.missing_status,
      at: sayShopTime(entry.dateAdded, now, zone, visit.locale),
      notified: entry.notify,
      comment: linkedText(entry.comment),
    })),
    newerHref: page > 1 ? href(page - 1) : null,
    olderHref: found.length > LINES_PER_PAGE ? href(page + 1) : null,
    form: visit.may('modify', 'sale/order') ? await formPart(app, visit, facts, typedIn(again, 'history')) : null,
  };
}

async function formPart(
  app: Admin,
  visit: Visit,
  facts: OrderFacts,
  again: Again | null,
): Promise<HistoryView['form']> {
  const text = visit.texts('sale/order_info');
  const statuses = await listOrderStatuses(app.db, facts.languageId);
  const chosen = again ? textIn(again.body, 'status_id') : String(facts.order.statusId);
  const error = (field: string) => {
    const wrong = again?.errors.of(field);
    return wrong === undefined ? {} : { error: wrong };
  };
  return {
    action: visit.href('/admin/sale/order/history'),
    formToken: randomBytes(16).toString('hex'),
    fields: [
      {
        ...{ kind: 'select', id: 'status_id', name: 'status_id', label: text.entry_status, wide: true },
        options: statuses.map(({ statusId, name }) => ({
          value: String(statusId),
          text: name,
          selected: String(statusId) === chosen,
        })),
        ...error('status_id'),
      },
      {
        ...{ kind: 'textarea', id: 'comment', name: 'comment', label: text.entry_comment, wide: true, rows: 3 },
        ...{ value: again ? textIn(again.body, 'comment') : '', lengthMax: COMMENT_LENGTH_MAX },
        ...error('comment'),
      },
    ],
    notify: { label: text.entry_notify, checked: again !== null && flagIn(again.body, 'notify') },
  };
}
