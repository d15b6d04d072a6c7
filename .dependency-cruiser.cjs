/** The arrows of ARCHITECTURE.md: admin, catalog, install → extension → system; no cycles. */
const inside = (...folders) => `^(${folders.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'system-knows-nothing',
      severity: 'error',
      from: { path: inside('system') },
      to: { path: inside('extension', 'admin', 'catalog', 'install', 'language') },
    },
    {
      name: 'extension-knows-no-pages',
      severity: 'error',
      from: { path: inside('extension') },
      to: { path: inside('admin', 'catalog', 'install') },
    },
    {
      name: 'admin-meets-no-catalog',
      severity: 'error',
      from: { path: inside('admin') },
      to: { path: inside('catalog', 'install') },
    },
    {
      name: 'catalog-meets-no-admin',
      severity: 'error',
      from: { path: inside('catalog') },
      to: { path: inside('admin', 'install') },
    },
    {
      name: 'payment-link-knows-no-gateway-and-no-shop',
      severity: 'error',
      from: { path: inside('extension/payment_link') },
      to: { path: inside('extension/(multisafepay|midtrans|opencart|sandbox)') },
    },
    {
      name: 'gateways-know-the-port-alone',
      severity: 'error',
      from: { path: inside('extension/(multisafepay|midtrans)') },
      to: { path: inside('extension/(opencart|sandbox)') },
    },
    {
      name: 'language-imports-types-of-system',
      severity: 'error',
      from: { path: inside('language') },
      to: { path: inside('extension', 'admin', 'catalog', 'install') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
