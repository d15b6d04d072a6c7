import { notFound } from '../../../../system/errors';
import { view, type Answer } from '../../../../system/http/answer';
import { wholeIn } from '../../../../system/http/input';
import { fill, joined } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { sayShopTime } from '../../../dates';
import { readOnlyText } from '../../../read_only';
import type { OrderInfoView } from '../../../view/sale/order_info';
import type { Visit } from '../../../visit';
import type { Again } from './again';
import { customerPart, detailsPart } from './details_part';
import { gatherOrder } from './facts';
import { historyPart } from './history_part';
import { linkPanel } from './link_panel';
import { panelErrors } from './panel_errors';

const HOME = '/admin/sale/order';

export async function info(app: Admin, visit: Visit): Promise<Answer> {
  return view('sale/order_info', await infoView(app, visit, wholeIn(visit.query, 'order_id'), null));
}

/** The page with a form that was refused open on it. */
export async function infoAgain(app: Admin, visit: Visit, orderId: number, again: Again): Promise<Answer> {
  return view('sale/order_info', await infoView(app, visit, orderId, again), again.errors.status);
}

async function infoView(app: Admin, visit: Visit, orderId: number, again: Again | null): Promise<OrderInfoView> {
  const facts = await gatherOrder(app, visit, orderId);
  if (facts === null) throw notFound();
  const text = visit.texts('sale/order_info');
  const mayModify = visit.may('modify', 'sale/order');
  const title = fill(text.title, { order: orderId });
  const own = { order_id: orderId };
  const panel = await linkPanel(app, visit, facts, again);
  const history = await historyPart(app, visit, facts, again);
  return {
    title,
    crumbs: [
      { text: text.orders, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/info`, own) },
    ],
    scripts: ['live_page.js'],
    text: joined(visit.texts('common/form'), text),
    heading: `#${orderId}`,
    orderId: String(orderId),
    status: facts.statusName || text.missing_status,
    placed: sayShopTime(facts.order.dateAdded, facts.now, facts.zone, visit.locale),
    editHref: mayModify && app.desk.edit ? visit.href(`${HOME}/form`, own) : null,
    printHref: visit.href(`${HOME}/print`, own),
    deleteAction: mayModify && app.desk.remove ? visit.href(`${HOME}/delete`) : null,
    confirmDelete: fill(text.confirm_delete, { order: orderId }),
    noEdit: mayModify && !app.desk.edit ? text.no_edit : null,
    reloadHref: visit.href(`${HOME}/info`, own),
    liveHref: visit.href(`${HOME}/live`, own),
    version: facts.version,
    readOnly: await readOnlyText(app, visit, 'sale/order'),
    errors: again === null ? [] : panelErrors(again, panel, history.form),
    panel,
    details: detailsPart(app, visit, facts),
    customer: customerPart(app, visit, facts),
    history,
  };
}
