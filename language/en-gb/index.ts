import { product } from './catalog/product';
import { dashboard } from './common/dashboard';
import { error } from './common/error';
import { form } from './common/form';
import { layout } from './common/layout';
import { login } from './common/login';
import { menu } from './common/menu';
import { customer } from './customer/customer';
import { mailText } from './extension/mail_text';
import { payment } from './extension/payment';
import { paymentLink } from './extension/payment_link';
import { orderStatus } from './localisation/order_status';
import { journal } from './sale/journal';
import { midtrans } from './payment/midtrans';
import { multisafepay } from './payment/multisafepay';
import { order } from './sale/order';
import { orderForm } from './sale/order_form';
import { permission } from './setting/permission';
import { store } from './setting/store';
import { orderInfo } from './sale/order_info';
import { paymentLinkForm } from './sale/payment_link_form';
import { linkStates } from './sale/payment_link';
import { job } from './tool/job';
import { toolJournal } from './tool/journal';
import { settingsCheck } from './tool/settings_check';
import { olderOrders } from './sale/older_orders';
import { paymentLinks } from './sale/payment_links';
import { user } from './user/user';
import { userPermission } from './user/user_permission';

/** English is the contract: every other language satisfies its shape. */ import { orderRefused } from './sentence/order_refused';
import { refused } from './sentence/refused';
import { remedies } from './sentence/remedies';

export const english = {
  'catalog/product': product,
  'common/dashboard': dashboard,
  'common/error': error,
  'common/form': form,
  'common/layout': layout,
  'common/login': login,
  'common/menu': menu,
  'extension/mail_text': mailText,
  'extension/payment': payment,
  'extension/payment_link': paymentLink,
  'localisation/order_status': orderStatus,
  'sale/journal': journal,
  'payment/midtrans': midtrans,
  'payment/multisafepay': multisafepay,
  'setting/permission': permission,
  'sale/order': order,
  'sale/order_form': orderForm,
  'sale/order_info': orderInfo,
  'sale/older_orders': olderOrders,
  'sale/payment_link': linkStates,
  'sale/payment_link_form': paymentLinkForm,
  'tool/job': job,
  'tool/journal': toolJournal,
  'tool/settings_check': settingsCheck,
  'sale/payment_links': paymentLinks,
  'user/user': user,
  'user/user_permission': userPermission,
  'customer/customer': customer,
  'setting/store': store,
  'sentence/order_refused': orderRefused,
  'sentence/refused': refused,
  'sentence/remedies': remedies,
} as const;
