import { product } from './catalog/product';
import { error } from './common/error';
import { form } from './common/form';
import { layout } from './common/layout';
import { login } from './common/login';
import { menu } from './common/menu';
import { paymentLink } from './extension/payment_link';
import { orderStatus } from './localisation/order_status';
import { orderForm } from './sale/order_form';

/** English is the contract: every other language satisfies its shape. */
export const english = {
  'catalog/product': product,
  'common/error': error,
  'common/form': form,
  'common/layout': layout,
  'common/login': login,
  'common/menu': menu,
  'extension/payment_link': paymentLink,
  'localisation/order_status': orderStatus,
  'sale/order_form': orderForm,
} as const;
