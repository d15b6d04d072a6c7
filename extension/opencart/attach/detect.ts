import type { Db } from '../../../system/db/table';
import { dialectOf } from '../../../system/db/table';
import type { Language, OrderStatus, Store } from '../../payment_link/order_book';
import { capabilitiesOf, WRITTEN_TABLES, type Capabilities } from './capabilities';
import { detectPlugin, type PluginFound } from './detect_plugin';
import { eventStyles, listEvents } from './event_rows';
import { listColumnFacts, listTableFacts, type ColumnFact, type TableFact } from './information_schema';
import { listLanguages } from '../localisation/languages';
import { listOrderStatuses } from '../localisation/order_statuses';
import { shopSession, type ShopSession } from './session_statements';
import { readSettings } from '../setting/settings';
import { missingColumns, NEEDED_TABLES, shopColumns, type ShopColumns } from './shop_columns';
import { readVersion, styleOf, type ShopGroup } from './shop_version';
import { listAttachedStores } from '../setting/stores';

/** What a look at somebody's shop found. Nothing was written. */
export interface Detected {
  readonly group: ShopGroup | 'unknown';
  /** For a person: "4.1.0.1 – 4.1.0.3". */
  readonly release: string;
  /** Why the shop is not understood, sentences; empty when it is. */
  readonly reasons: readonly string[];
  /** `order.comment`, or a whole table: what this program needs and the shop does not have. */
  readonly missing: readonly string[];
  readonly capabilities: Capabilities;
  /** Every table and column that the shop has. */
  readonly columns: ShopColumns;
  /** Engine and collation of the tables that are read or written. */
  readonly tables: readonly TableFact[];
  /** Character sets of the written tables' text columns, where they differ between columns after upgrades. */
  readonly textColumns: readonly ColumnFact[];
  readonly session: ShopSession;
  /** Facts below are empty where the shop is not understood. */
  readonly stores: readonly Store[];
  readonly languages: readonly Language[];
  readonly statuses: readonly OrderStatus[];
  /** `config_order_status_id` of the default store. */
  readonly defaultStatusId: number;
  readonly plugin: PluginFound;
}

const NO_PLUGIN: PluginFound = { settings: [], events: [], linkEvent: false, linkStoreIds: [] };

/** Looks at the shop under the prefix: columns first, then, when they are all there, what it holds. Reads only. */
export async function detectShop(db: Db): Promise<Detected> {
  if (dialectOf(db) !== 'mysql') return notMysql();
  const facts = await listColumnFacts(db);
  const tables = (await listTableFacts(db)).filter(({ table }) => NEEDED_TABLES.includes(table));
  const columns = shopColumns(facts);
  const missing = missingColumns(columns);
  const events = columns.table('event') ? await listEvents(db) : [];
  const styles = eventStyles(events);
  const version = readVersion(columns, styles);
  const style = version.group === 'unknown' ? (styles[0] ?? 'none') : styleOf(version.group);
  const known = {
    ...version,
    missing,
    columns,
    tables,
    capabilities: capabilitiesOf(columns, tables, style),
    textColumns: facts.filter((fact) => fact.charset !== null && WRITTEN_TABLES.includes(fact.table)),
  };
  if (missing.length > 0 || version.group === 'unknown') return { ...known, group: 'unknown', ...NOTHING_READ };
  const settings = await readSettings(db, 0);
  const languages = await listLanguages(db);
  const stores = await listAttachedStores(db);
  return {
    ...known,
    stores,
    languages,
    session: shopSession(settings.text('config_timezone')),
    statuses: await listOrderStatuses(db, languages[0]?.languageId ?? 0),
    defaultStatusId: settings.number('config_order_status_id'),
    plugin: await detectPlugin(
      db,
      events,
      stores.map((store) => store.storeId),
    ),
  };
}

const NOTHING_READ = {
  session: shopSession(''),
  stores: [],
  languages: [],
  statuses: [],
  defaultStatusId: 0,
  plugin: NO_PLUGIN,
} as const;

function notMysql(): Detected {
  const reasons = ['an OpenCart shop lives on MySQL or MariaDB'];
  const columns = shopColumns([]);
  const capabilities = capabilitiesOf(columns, [], 'none');
  return {
    group: 'unknown',
    release: 'unknown',
    reasons,
    missing: [],
    columns,
    capabilities,
    tables: [],
    textColumns: [],
    ...NOTHING_READ,
  };
}
