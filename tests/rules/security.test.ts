import { ROUTES } from '../../admin/routes';
import { sources } from '../support/sources';

const product = sources(['.ts'], ['system', 'extension', 'admin', 'catalog', 'language', 'install']);
const views = sources(['.ejs'], ['admin', 'catalog', 'extension']);

/** What stands in a page as HTML: parts that were drawn by a template, and drawings of our own. */
const DRAWN = /^(?:view\.partial\(|include\(|next\('\w+'\)$)/;
const DRAWINGS: readonly string[] = [
  'admin/view/common/layout.ejs: view.body',
  // Drawn a few lines above by the part `attributes`.
  'admin/view/partial/field.ejs: common',
  'admin/view/partial/order/link_card.ejs: card.qr',
  'admin/view/sale/order_print.ejs: view.pay.qr',
  'catalog/view/pay.ejs: view.status.icon',
  'catalog/view/pay.ejs: view.expires.icon',
  'catalog/view/pay.ejs: note.icon',
  'catalog/view/pay.ejs: view.pay.icon',
  'catalog/view/pay_message.ejs: view.icon',
];

test('views escape everything but their own parts and drawings', () => {
  const unescaped = views.flatMap(({ file, text }) =>
    [...text.matchAll(/<%-([\s\S]*?)[-_]?%>/g)].map((found) => [file, (found[1] ?? '').trim()] as const),
  );
  expect(unescaped.length).toBeGreaterThan(100);
  const strange = unescaped.filter(([, code]) => !DRAWN.test(code)).map(([file, code]) => `${file}: ${code}`);
  expect(strange.filter((one) => !DRAWINGS.includes(one))).toEqual([]);
});

test('SQL of its own words has its values bound', () => {
  const built = product.flatMap(({ file, text }) =>
    [...text.matchAll(/\b(?:raw|\w+Raw)\(\s*(?:`[^`]*\$\{|(['"])(?:(?!\1)[^\\\n])*\1\s*\+)/g)].map(
      (found) => `${file}: ${found[0]}`,
    ),
  );
  expect(built).toEqual([]);
});

test('a change is a POST that asks for the permission to modify', () => {
  expect(ROUTES.filter(([method, , , kind]) => method === 'post' && kind !== 'modify')).toEqual([]);
});

test('money goes back only with the permission of the settings', () => {
  const back = ROUTES.filter(([, path]) => /refund|give_back/.test(path));
  expect(back.map(([method, path, route, kind]) => [method, path, route, kind])).toEqual([
    ['post', '/sale/order/refund', 'setting/setting', 'modify'],
    ['post', '/sale/order/give_back', 'setting/setting', 'modify'],
    ['post', '/sale/order/resolve_refund', 'setting/setting', 'modify'],
    ['post', '/sale/payment_link/refund', 'setting/setting', 'modify'],
    ['post', '/sale/payment_link/give_back', 'setting/setting', 'modify'],
    ['post', '/sale/payment_link/resolve_refund', 'setting/setting', 'modify'],
  ]);
});

/** How many addresses take a POST, and what guards them there. */
const POSTS: Readonly<Record<string, number>> = {
  // The list above, whose page() asks who it is; and log-in and log-out, by which nobody is anybody yet.
  'admin/routes.ts': 1,
  'admin/controller/common/login.ts': 3,
  // Bearer tokens; signatures; the pay token; the demo's own forms.
  'catalog/controller/api/api.ts': 1,
  'catalog/controller/notify.ts': 2,
  'catalog/controller/pay.ts': 2,
  'catalog/controller/mailbox.ts': 2,
};

test('nothing takes a POST but what is guarded where it is named here', () => {
  const taking: Record<string, number> = {};
  for (const { file, text } of product.filter((one) => !one.file.startsWith('extension/sandbox/'))) {
    const found = text.match(/\b(?:\w*router|app|below|site)(?:\.(?:post|put|patch|delete|all)|\[[\w.]+\])\(/gi);
    if (found) taking[file] = found.length;
  }
  expect(taking).toEqual(POSTS);
});
