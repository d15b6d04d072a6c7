/** Files of the customer's pages: names used in the views → where they come from. */
export const CATALOG_ASSETS = {
  'mark.svg': 'system/view/mark.svg',
  'pay.css': 'catalog/view/stylesheet/pay.css',
  'pay_order.css': 'catalog/view/stylesheet/pay_order.css',
  'pay_parts.css': 'catalog/view/stylesheet/pay_parts.css',
  'pay.js': 'catalog/view/javascript/pay.js',
} as const;

/** Of every page, in the order in which they override each other. */
export const PAY_STYLES: readonly (keyof typeof CATALOG_ASSETS)[] = ['pay.css', 'pay_order.css', 'pay_parts.css'];
