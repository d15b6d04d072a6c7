import { notFound } from '../../../../system/errors';
import { text as plain, type Answer } from '../../../../system/http/answer';
import { wholeIn } from '../../../../system/http/input';
import { fill, joined } from '../../../../system/language';
import { qrSvg } from '../../../../system/qr_svg';
import { render } from '../../../../system/view/render';
import { payAddress } from '../../../../extension/payment_link/link/addresses';
import type { Admin } from '../../../admin';
import { BASE_STYLES } from '../../../assets';
import { sayDay } from '../../../dates';
import { isPayable } from '../../../link_state';
import type { OrderPrintView } from '../../../view/sale/order_print';
import type { Visit } from '../../../visit';
import { customerPart, detailsPart } from './details_part';
import { gatherOrder, type OrderFacts } from './facts';

/** The order on paper: for the parcel, the file, or a customer at the counter. */
export async function print(app: Admin, visit: Visit): Promise<Answer> {
  const facts = await gatherOrder(app, visit, wholeIn(visit.query, 'order_id'));
  if (facts === null) throw notFound();
  return plain(render('admin/view', 'sale/order_print', await printView(app, visit, facts)), 200, 'html');
}

async function printView(app: Admin, visit: Visit, facts: OrderFacts): Promise<OrderPrintView> {
  const text = visit.texts('sale/order_info');
  const shop = await app.links.shops.identityOf(facts.order.storeId);
  const open = facts.links.findLast(isPayable);
  const address = open ? payAddress(app.links.publicUrl, open) : null;
  const customer = customerPart(app, visit, facts);
  return {
    language: visit.locale,
    title: fill(text.title, { order: facts.orderId }),
    icon: app.assets.href('mark.svg'),
    styles: [...BASE_STYLES, 'print.css'].map((name) => app.assets.href(name)),
    script: app.assets.href('print.js'),
    backHref: visit.href('/admin/sale/order/info', { order_id: facts.orderId }),
    band: app.config.demo ? visit.texts('common/layout').band_demo : null,
    text: joined(visit.texts('common/form'), text),
    shop: {
      name: shop.name,
      lines: [shop.address, shop.telephone, shop.email].filter((line) => line !== '').join('\n'),
    },
    placed: fill(text.order_date, { date: sayDay(facts.order.dateAdded, visit.locale) }),
    status: facts.statusName || text.missing_status,
    details: detailsPart(app, visit, facts, true),
    customer,
    pay: address === null ? null : { address, qr: qrSvg(address, text.qr_label) },
  };
}
