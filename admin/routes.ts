import { Router } from 'express';
import type { Admin } from './admin';
import * as option from './controller/catalog/option';
import * as product from './controller/catalog/product';
import { answerSweepPaused, dashboard } from './controller/common/dashboard/dashboard';
import { loginRoutes } from './controller/common/login';
import { homePage } from './home';
import * as customer from './controller/customer/customer';
import * as mailText from './controller/extension/mail_text';
import * as payment from './controller/extension/payment';
import * as paymentLink from './controller/extension/payment_link';
import * as shipping from './controller/extension/shipping';
import * as orderStatus from './controller/localisation/order_status';
import { zones } from './controller/localisation/zones';
import { paymentControllers } from './controller/payment/payment';
import * as orderForm from './controller/sale/order_form/order_form';
import * as shopPermission from './controller/setting/permission';
import * as store from './controller/setting/store';
import * as user from './controller/user/user';
import * as userGroup from './controller/user/user_permission';
import { bulk as bulkLinks } from './controller/sale/payment_link/bulk';
import * as linkRuns from './controller/sale/payment_link/run';
import * as olderOrders from './controller/sale/payment_link/older';
import { exportCsv as exportLinks } from './controller/sale/payment_link/export';
import { list as listLinks } from './controller/sale/payment_link/list';
import * as orderActions from './controller/sale/order_info/actions';
import { info } from './controller/sale/order_info/info';
import * as linkPosts from './controller/sale/order_info/link_posts';
import { orderPanel } from './controller/sale/order_info/order_panel';
import type { PanelOf, PanelPage } from './controller/sale/order_info/panel';
import { live } from './controller/sale/order_info/live';
import { print } from './controller/sale/order_info/print';
import * as refundPosts from './controller/sale/order_info/refund_posts';
import * as orderList from './controller/sale/order_list';
import * as settingsCheck from './controller/tool/settings_check';
import { freePanel } from './controller/sale/payment_link/free_panel';
import * as freeInfo from './controller/sale/payment_link/free_info';
import * as freeLink from './controller/sale/payment_link/free_form';
import * as jobs from './controller/tool/job';
import * as journal from './controller/tool/journal';
import { page, type Controller } from './page';

type Method = 'get' | 'post';
type Kind = 'access' | 'modify';
type Route = [Method, string, string, Kind, Controller];

/** The whole admin on one screen: method, address below /admin, the route whose permission is asked, controller. */
export const ROUTES: readonly Route[] = [
  ['get', '/catalog/product', 'catalog/product', 'access', product.list],
  ['get', '/catalog/product/form', 'catalog/product', 'access', product.form],
  ['post', '/catalog/product/save', 'catalog/product', 'modify', product.save],
  ['post', '/catalog/product/delete', 'catalog/product', 'modify', product.remove],
  ['post', '/catalog/product/enable', 'catalog/product', 'modify', product.enable],
  ['post', '/catalog/product/disable', 'catalog/product', 'modify', product.disable],
  ['get', '/catalog/option', 'catalog/option', 'access', option.list],
  ['get', '/catalog/option/form', 'catalog/option', 'access', option.form],
  ['post', '/catalog/option/save', 'catalog/option', 'modify', option.save],
  ['post', '/catalog/option/delete', 'catalog/option', 'modify', option.remove],
  ['get', '/common/dashboard', 'common/dashboard', 'access', dashboard],
  ['post', '/common/dashboard/sweep', 'sale/payment_link', 'modify', answerSweepPaused],
  ['get', '/sale/order', 'sale/order', 'access', orderList.list],
  ['post', '/sale/order/delete', 'sale/order', 'modify', orderList.remove],
  ['get', '/sale/order/form', 'sale/order', 'modify', orderForm.form],
  ['post', '/sale/order/form', 'sale/order', 'modify', orderForm.submit],
  ['get', '/tool/job', 'tool/job', 'access', jobs.list],
  ['post', '/tool/job/act', 'tool/job', 'modify', jobs.act],
  ['get', '/sale/payment_link', 'sale/payment_link', 'access', listLinks],
  ['get', '/sale/payment_link/older', 'sale/payment_link', 'access', olderOrders.list],
  ['post', '/sale/payment_link/older', 'sale/payment_link', 'modify', olderOrders.make],
  ['get', '/sale/payment_link/older/live', 'sale/payment_link', 'access', olderOrders.live],
  ['post', '/sale/payment_link/older/stop', 'sale/payment_link', 'modify', olderOrders.stop],
  ['get', '/sale/payment_link/export', 'sale/payment_link', 'access', exportLinks],
  ['post', '/sale/payment_link/bulk', 'sale/payment_link', 'modify', bulkLinks],
  ['get', '/sale/payment_link/run', 'sale/payment_link', 'access', linkRuns.show],
  ['get', '/sale/payment_link/run/live', 'sale/payment_link', 'access', linkRuns.live],
  ['post', '/sale/payment_link/run/stop', 'sale/payment_link', 'modify', linkRuns.stop],
  ['post', '/sale/payment_link/run/go_on', 'sale/payment_link', 'modify', linkRuns.goOn],
  ['get', '/sale/order/info', 'sale/order', 'access', info],
  ['get', '/sale/order/print', 'sale/order', 'access', print],
  ['get', '/sale/order/live', 'sale/order', 'access', live],
  ['post', '/sale/order/history', 'sale/order', 'modify', orderActions.addHistory],
  ...panelRoutes('sale/order', orderPanel),
  ...panelRoutes('sale/payment_link', freePanel),
  ['get', '/sale/payment_link/info', 'sale/payment_link', 'access', freeInfo.info],
  ['get', '/sale/payment_link/live', 'sale/payment_link', 'access', freeInfo.live],
  ['get', '/sale/payment_link/form', 'sale/payment_link', 'modify', freeLink.form],
  ['post', '/sale/payment_link/form', 'sale/payment_link', 'modify', freeLink.create],
  ['get', '/localisation/order_status', 'localisation/order_status', 'access', orderStatus.list],
  ['get', '/localisation/order_status/form', 'localisation/order_status', 'access', orderStatus.form],
  ['post', '/localisation/order_status/save', 'localisation/order_status', 'modify', orderStatus.save],
  ['post', '/localisation/order_status/delete', 'localisation/order_status', 'modify', orderStatus.remove],
  ['get', '/extension/payment', 'extension/payment', 'access', payment.list],
  ['post', '/extension/payment/install', 'extension/payment', 'modify', payment.install],
  ['post', '/extension/payment/enable', 'extension/payment', 'modify', payment.enable],
  ['post', '/extension/payment/disable', 'extension/payment', 'modify', payment.disable],
  ['get', '/extension/payment/uninstall', 'extension/payment', 'modify', payment.confirmUninstall],
  ['post', '/extension/payment/uninstall', 'extension/payment', 'modify', payment.uninstall],
  ['get', '/extension/payment_link', 'extension/payment_link', 'access', paymentLink.form],
  ['post', '/extension/payment_link/save', 'extension/payment_link', 'modify', paymentLink.save],
  ['get', '/extension/payment_link/mails', 'extension/payment_link', 'access', mailText.list],
  ['get', '/extension/payment_link/mails/form', 'extension/payment_link', 'access', mailText.form],
  ['get', '/extension/payment_link/mails/preview', 'extension/payment_link', 'access', mailText.preview],
  ['post', '/extension/payment_link/mails/preview', 'extension/payment_link', 'modify', mailText.previewTyped],
  ['post', '/extension/payment_link/mails/test', 'extension/payment_link', 'modify', mailText.test],
  ['post', '/extension/payment_link/mails/save', 'extension/payment_link', 'modify', mailText.save],
  ['get', '/extension/shipping', 'extension/shipping', 'access', shipping.form],
  ['post', '/extension/shipping', 'extension/shipping', 'modify', shipping.save],
  ...['multisafepay', 'midtrans'].flatMap(paymentRoutes),
  ['get', '/tool/journal', 'setting/setting', 'modify', journal.list],
  ['get', '/tool/settings_check', 'tool/settings_check', 'access', settingsCheck.show],
  ['get', '/user/user', 'user/user', 'access', user.list],
  ['get', '/user/user/form', 'user/user', 'access', user.form],
  ['post', '/user/user/save', 'user/user', 'modify', user.save],
  ['post', '/user/user/delete', 'user/user', 'modify', user.remove],
  ['get', '/user/user_permission', 'user/user_permission', 'access', userGroup.list],
  ['get', '/user/user_permission/form', 'user/user_permission', 'access', userGroup.form],
  ['post', '/user/user_permission/save', 'user/user_permission', 'modify', userGroup.save],
  ['post', '/user/user_permission/delete', 'user/user_permission', 'modify', userGroup.remove],
  ['get', '/customer/customer', 'customer/customer', 'access', customer.list],
  ['get', '/customer/customer/form', 'customer/customer', 'access', customer.form],
  ['get', '/customer/customer/zones', 'customer/customer', 'access', zones],
  ['post', '/customer/customer/save', 'customer/customer', 'modify', customer.save],
  ['post', '/customer/customer/delete', 'customer/customer', 'modify', customer.remove],
  ['get', '/setting/permission', 'setting/setting', 'modify', shopPermission.form],
  ['post', '/setting/permission', 'setting/setting', 'modify', shopPermission.save],
  ['get', '/setting/store', 'setting/store', 'access', store.list],
  ['get', '/setting/store/form', 'setting/store', 'access', store.form],
  ['get', '/setting/store/zones', 'setting/store', 'access', zones],
  ['post', '/setting/store/save', 'setting/store', 'modify', store.save],
  ['post', '/setting/store/delete', 'setting/store', 'modify', store.remove],
];

/** Forms of the panel "Payment link", on the page of an order or of a link without one. */
function panelRoutes(route: PanelPage['route'], panelOf: PanelOf): Route[] {
  return [
    ...linkPosts.LINK_FORMS.map((form): Route => [
      'post',
      `/${route}/${form}`,
      route,
      'modify',
      linkPosts.linkPost(panelOf, form),
    ]),
    ['post', `/${route}/retry_link`, route, 'modify', linkPosts.retryFailedLink(panelOf)],
    ['post', `/${route}/retry_mail`, route, 'modify', linkPosts.retryFailedMail(panelOf)],
    ['post', `/${route}/try_link_now`, route, 'modify', linkPosts.tryNow(panelOf)],
    ['post', `/${route}/try_mail_now`, route, 'modify', linkPosts.tryMail(panelOf)],
    ['post', `/${route}/open_link`, route, 'modify', linkPosts.openLink(panelOf)],
    ['post', `/${route}/refund`, 'setting/setting', 'modify', refundPosts.refund(panelOf)],
    ['post', `/${route}/give_back`, 'setting/setting', 'modify', refundPosts.giveBack(panelOf)],
    ['post', `/${route}/resolve_refund`, 'setting/setting', 'modify', refundPosts.resolve(panelOf)],
  ];
}

/** Settings of one provider. */
function paymentRoutes(code: string): Route[] {
  const route = `payment/${code}`;
  const { form, save, test, methods } = paymentControllers(code);
  return [
    ['get', `/${route}`, route, 'access', form],
    ['post', `/${route}/save`, route, 'modify', save],
    ['post', `/${route}/test`, route, 'modify', test],
    ['post', `/${route}/methods`, route, 'modify', methods],
  ];
}

export function adminRoutes(app: Admin): Router {
  const router = Router();
  router.use(loginRoutes(app));
  router.get('/', homePage(app, dashboard));
  for (const [method, path, route, kind, controller] of ROUTES) {
    if (app.offers(path)) router[method](path, page(app, route, kind, controller));
  }
  return router;
}
