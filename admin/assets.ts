/** Files of the admin's pages: names used in the views → where they come from. */
export const ADMIN_ASSETS = {
  'mark.svg': 'system/view/mark.svg',
  'bootstrap.css': 'npm:bootstrap/dist/css/bootstrap.min.css',
  'bootstrap.js': 'npm:bootstrap/dist/js/bootstrap.bundle.min.js',
  'bootstrap-icons.css': 'npm:bootstrap-icons/font/bootstrap-icons.min.css',
  'look.css': 'admin/view/stylesheet/look.css',
  'admin.css': 'admin/view/stylesheet/admin.css',
  'parts.css': 'admin/view/stylesheet/parts.css',
  'form.css': 'admin/view/stylesheet/form.css',
  'screen.css': 'admin/view/stylesheet/screen.css',
  'order.css': 'admin/view/stylesheet/order.css',
  'dashboard.css': 'admin/view/stylesheet/dashboard.css',
  'order_page.css': 'admin/view/stylesheet/order_page.css',
  'print.css': 'admin/view/stylesheet/print.css',
  'print.js': 'admin/view/javascript/print.js',
  'order_parts.css': 'admin/view/stylesheet/order_parts.css',
  'order_page.js': 'admin/view/javascript/order_page.js',
  'order_form.js': 'admin/view/javascript/order_form.js',
  'settings.css': 'admin/view/stylesheet/settings.css',
  'shop.css': 'admin/view/stylesheet/shop.css',
  'admin.js': 'admin/view/javascript/admin.js',
  'early.js': 'admin/view/javascript/early.js',
  'tabs.js': 'admin/view/javascript/tabs.js',
  'zones.js': 'admin/view/javascript/zones.js',
} as const;

/** Of every page, in the order in which they override each other. */
export const BASE_STYLES: readonly (keyof typeof ADMIN_ASSETS)[] = [
  'bootstrap.css',
  'bootstrap-icons.css',
  'look.css',
  'admin.css',
  'parts.css',
  'form.css',
  'screen.css',
];
