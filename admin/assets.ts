/** Parts of the one stylesheet of ours, in the order in which they override each other. */
const STYLESHEET: readonly string[] = [
  'look',
  'admin',
  'parts',
  'list',
  'list_foot',
  'list_phone',
  'list_brief',
  'form',
  'screen',
  'order',
  'order_page',
  'order_link',
  'order_parts',
  'dashboard',
  'run',
  'settings',
  'shop',
].map((name) => `admin/view/stylesheet/${name}.css`);

/** Files of the admin's pages: names used in the views → where they come from. */
export const ADMIN_ASSETS = {
  'mark.svg': 'system/view/mark.svg',
  'bootstrap.css': 'npm:bootstrap/dist/css/bootstrap.min.css',
  'bootstrap.js': 'npm:bootstrap/dist/js/bootstrap.bundle.min.js',
  'bootstrap-icons.css': 'npm:bootstrap-icons/font/bootstrap-icons.min.css',
  'admin.css': STYLESHEET,
  'print.css': 'admin/view/stylesheet/print.css',
  'print.js': 'admin/view/javascript/print.js',
  'live_page.js': 'admin/view/javascript/live_page.js',
  'order_form.js': 'admin/view/javascript/order_form.js',
  'logged_in.js': 'admin/view/javascript/logged_in.js',
  'admin.js': 'admin/view/javascript/admin.js',
  'inherit.js': 'admin/view/javascript/inherit.js',
  'wrong.js': 'admin/view/javascript/wrong.js',
  'corrected.js': 'admin/view/javascript/corrected.js',
  'early.js': 'admin/view/javascript/early.js',
  'tabs.js': 'admin/view/javascript/tabs.js',
  'zones.js': 'admin/view/javascript/zones.js',
} as const;

/** Of every page, in the order in which they override each other. */
export const BASE_STYLES: readonly (keyof typeof ADMIN_ASSETS)[] = [
  'bootstrap.css',
  'bootstrap-icons.css',
  'admin.css',
];
