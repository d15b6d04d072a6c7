import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';
import { tablesOf, type Column, type OpencartVersion, type Table } from './opencart_notation';

interface Look {
  readonly charset: string;
  readonly collation: string;
  readonly engine: string;
}

/** As fresh installs look: only `cart` and `session` are InnoDB in 3.x. */
function lookOf(version: OpencartVersion): Look {
  if (version === '3.0.5') return { charset: 'utf8mb4', collation: 'utf8mb4_unicode_ci', engine: 'MyISAM' };
  if (version.startsWith('3.')) return { charset: 'utf8', collation: 'utf8_general_ci', engine: 'MyISAM' };
  const collation = version === '4.0.2' ? 'utf8mb4_general_ci' : 'utf8mb4_unicode_ci';
  return { charset: 'utf8mb4', collation, engine: 'InnoDB' };
}

/** Makes the tables of a fresh OpenCart of that version, empty. */
export async function createOpencartTables(db: Db, version: OpencartVersion): Promise<void> {
  const [[server]] = (await db.raw('select version() as version')) as [{ version: string }[]];
  const mariadb = server?.version.includes('MariaDB') === true;
  for (const table of tablesOf(version)) await db.raw(createSql(db, table, lookOf(version), mariadb));
}

function createSql(db: Db, table: Table, look: Look, mariadb: boolean): string {
  const parts = [...table.columns.map((column) => columnSql(column, mariadb)), ...table.keys.map(keySql)];
  const engine = table.name === 'cart' ? 'InnoDB' : look.engine;
  return `CREATE TABLE \`${t(db, table.name)}\` (${parts.join(', ')}) ENGINE=${engine} DEFAULT CHARSET=${look.charset} COLLATE=${look.collation}`;
}

/** MySQL knows no default for texts. */
function columnSql({ name, type, nullable, counts, standard }: Column, mariadb: boolean): string {
  const value = standard === null || (type.endsWith('text') && !mariadb) ? '' : ` DEFAULT '${standard}'`;
  return `\`${name}\` ${type} ${nullable ? 'NULL' : 'NOT NULL'}${counts ? ' AUTO_INCREMENT' : value}`;
}

function keySql(key: string): string {
  const [, name = '', columns = ''] = /^(\w+)\((.*)\)$/.exec(key) ?? [];
  const quoted = columns
    .split(',')
    .map((column) => `\`${column}\``)
    .join(',');
  return name === 'PK' ? `PRIMARY KEY (${quoted})` : `KEY \`${name}\` (${quoted})`;
}
