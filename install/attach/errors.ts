import { defineError } from '../../system/errors';

export const shopNotUnderstood = defineError(
  'shop_not_understood',
  500,
  'This database is not a shop that this program understands: {reasons}. Nothing was changed.',
  'Check DATABASE_URL and DATABASE_PREFIX (the constant DB_PREFIX in the shop’s config.php). OpenCart 3.0, 4.0.2 and 4.1 are understood.',
);

export const notAttached = defineError(
  'not_attached',
  500,
  'This database was not prepared for SHOP=attached. Nothing was changed.',
  'Look at what would be added with `payment-links attach --dry-run`, then run `payment-links attach`.',
);

export const ownShop = defineError(
  'own_shop',
  500,
  'This database holds an embedded shop that this program made; there is no PHP shop to attach to.',
  'Start it with SHOP=embedded, or give the DATABASE_URL and DATABASE_PREFIX of the PHP shop.',
);

export const tablesOutdated = defineError(
  'tables_outdated',
  500,
  'The tables of this program are from an older version ({due} must still be applied). Nothing was changed.',
  'Run `payment-links migrate` with a database user that may create tables, then start again.',
);

export const linksOpen = defineError(
  'links_open',
  409,
  '{count} payment links are still open: customers can pay through them.',
  'Say what becomes of them: --cancel-open closes them at the provider first, --leave-open leaves them payable without anybody following the payments.',
);

export const notCancelled = defineError(
  'links_not_cancelled',
  409,
  '{count} payment links could not be closed at the provider: {reason}. Nothing was removed.',
  'Try again when the provider answers, or leave them payable with --leave-open.',
);

export const exportExists = defineError(
  'export_exists',
  409,
  'The export {path} exists already and is not overwritten. Nothing was removed.',
  'Move it away, or name another place with --export.',
);

export const exportRefused = defineError(
  'export_refused',
  500,
  'The export {path} cannot be written: {reason}. Nothing was removed.',
  'Name a place that this user may write to with --export.',
);

export const stillRunning = defineError(
  'still_running',
  409,
  'The program is still running on this database. Nothing was removed.',
  'Stop it first (every serve and work), wait 15 seconds, and run detach again.',
);
