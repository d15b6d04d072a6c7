import { readSettings } from '../../../extension/opencart/setting/settings';
import { isOpen, LINK_STATES } from '../../../extension/payment_link/link/link';
import { countLinks, listLinks } from '../../../extension/payment_link/list/link_lists';
import type { Link } from '../../../extension/payment_link/link/link_row';
import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import { fill, plural } from '../../../system/language';
import { formatMoney } from '../../../system/money';
import type { Admin } from '../../admin';
import { sayMoment } from '../../dates';
import type { PaymentUninstallView } from '../../view/extension/payment_uninstall';
import type { Visit } from '../../visit';

const HOME = '/admin/extension/payment';
/** Enough to recognise what is at stake. */
const SHOWN = 20;
const COUNTED_MAX = 100_000;

/** What uninstalling would do, before anything is done. */
export async function uninstallView(
  app: Admin,
  visit: Visit,
  extension: PaymentExtension,
): Promise<PaymentUninstallView> {
  const text = visit.texts('extension/payment');
  const filter = { gateway: extension.code, states: LINK_STATES.filter(isOpen) };
  const links = await listLinks(app.db, filter, { sort: 'created_at', descending: true, limit: SHOWN, offset: 0 });
  const count = links.length < SHOWN ? links.length : await countLinks(app.db, filter, COUNTED_MAX);
  const { timeZone } = await readSettings(app.db, 0);
  const title = fill(text.uninstall_title, { name: extension.title });
  const cancel = fill(text.uninstall_cancel, { name: extension.title });
  return {
    title,
    crumbs: [
      { text: text.title, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/uninstall`, { code: extension.code }) },
    ],
    text: { ...visit.texts('common/form'), ...text, uninstall_cancel: cancel },
    code: extension.code,
    action: visit.href(`${HOME}/uninstall`),
    cancelHref: visit.href(HOME),
    open: count === 0 ? text.uninstall_open_none : plural(visit.locale, count, text.uninstall_open),
    more: count > links.length ? fill(text.uninstall_more, { count: count - links.length }) : '',
    rows: links.map((link) => rowOf(app, visit, link, timeZone)),
  };
}

function rowOf(app: Admin, visit: Visit, link: Link, timeZone: string): PaymentUninstallView['rows'][number] {
  const { orderId } = link;
  const linked = orderId !== null && visit.may('access', 'sale/order');
  return {
    orderId: orderId === null ? link.reference : `#${orderId}`,
    href: linked ? visit.href('/admin/sale/order/info', { order_id: orderId }) : null,
    customer: link.customer,
    amount: formatMoney(link.amount, visit.locale),
    expires: link.expiresAt === null ? null : sayMoment(link.expiresAt, app.clock.now(), timeZone, visit.locale),
  };
}
