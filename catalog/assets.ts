/** Files of the customer's pages: names used in the views → where they come from. */
export const CATALOG_ASSETS = {
  'pay.css': 'catalog/view/stylesheet/pay.css',
  'pay.js': 'catalog/view/javascript/pay.js',
} as const;
