import { option } from './catalog/option';
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
import { shipping } from './extension/shipping';
import { orderStatus } from './localisation/order_status';
import { midtrans } from './payment/midtrans';
import { multisafepay } from './payment/multisafepay';
import { journal } from './sale/journal';
import { linkInfo } from './sale/link_info';
import { linkRun } from './sale/link_run';
import { olderOrders } from './sale/older_orders';
import { order } from './sale/order';
import { orderForm } from './sale/order_form';
import { orderInfo } from './sale/order_info';
import { linkStates } from './sale/payment_link';
import { paymentLinkForm } from './sale/payment_link_form';
import { paymentLinks } from './sale/payment_links';
import { orderRefused } from './sentence/order_refused';
import { refused } from './sentence/refused';
import { remedies } from './sentence/remedies';
import { permission } from './setting/permission';
import { store } from './setting/store';
import { job } from './tool/job';
import { toolJournal } from './tool/journal';
import { settingsCheck } from './tool/settings_check';
import { user } from './user/user';
import { userPermission } from './user/user_permission';

import type { TextsOf } from '../../system/language';
import type { english } from '../en-gb';

export const dutch: TextsOf<typeof english> = {
  'catalog/option': option,
  'catalog/product': product,
  'common/dashboard': dashboard,
  'common/error': error,
  'common/form': form,
  'common/layout': layout,
  'common/login': login,
  'common/menu': menu,
  'customer/customer': customer,
  'extension/mail_text': mailText,
  'extension/payment': payment,
  'extension/payment_link': paymentLink,
  'extension/shipping': shipping,
  'localisation/order_status': orderStatus,
  'payment/midtrans': midtrans,
  'payment/multisafepay': multisafepay,
  'sale/journal': journal,
  'sale/link_info': linkInfo,
  'sale/link_run': linkRun,
  'sale/older_orders': olderOrders,
  'sale/order': order,
  'sale/order_form': orderForm,
  'sale/order_info': orderInfo,
  'sale/payment_link': linkStates,
  'sale/payment_link_form': paymentLinkForm,
  'sale/payment_links': paymentLinks,
  'sentence/order_refused': orderRefused,
  'sentence/refused': refused,
  'sentence/remedies': remedies,
  'setting/permission': permission,
  'setting/store': store,
  'tool/job': job,
  'tool/journal': toolJournal,
  'tool/settings_check': settingsCheck,
  'user/user': user,
  'user/user_permission': userPermission,
};
