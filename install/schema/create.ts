import type { Knex } from 'knex';
import type { Db } from '../../system/db/table';
import { dialectOf, t } from '../../system/db/table';
import type { ColumnShape, TableShape } from './notation';

/** Creates tables that are missing; one that exists is left alone, so that a broken migration can be run again. */
export async function createTables(db: Db, shapes: readonly TableShape[]): Promise<void> {
  for (const shape of shapes) {
    if (!(await db.schema.hasTable(t(db, shape.name)))) await createTable(db, shape);
  }
}

async function createTable(db: Db, shape: TableShape): Promise<void> {
  const name = t(db, shape.name);
  await db.schema.createTable(name, (table) => {
    if (dialectOf(db) === 'mysql') {
      table.engine('InnoDB');
      table.charset('utf8mb4');
      table.collate('utf8mb4_unicode_ci');
    }
    for (const column of shape.columns) addColumn(db, table, shape, column);
    const counted = shape.columns.some((column) => column.autoIncrement);
    if (shape.primary.length > 1 || !counted) table.primary([...shape.primary]);
    for (const columns of shape.uniques) table.unique([...columns], { indexName: indexName(name, columns, 'u') });
    for (const columns of shape.indexes) table.index([...columns], indexName(name, columns, 'i'));
  });
}

/** Adds the indexes that are missing, likewise. */
export async function addIndexes(
  db: Db,
  indexes: readonly { table: string; columns: readonly string[] }[],
): Promise<void> {
  for (const { table, columns } of indexes) {
    const name = t(db, table);
    const index = indexName(name, columns, 'i');
    if (await hasIndex(db, name, index)) continue;
    await db.schema.alterTable(name, (alter) => alter.index([...columns], index));
  }
}

/** For a migration that may have been killed after this index. `table` with its prefix. */
export async function hasIndex(db: Db, table: string, index: string): Promise<boolean> {
  return (await indexesOf(db, table)).includes(index);
}

/** `table` with its prefix. */
async function indexesOf(db: Db, table: string): Promise<string[]> {
  const rows = (await (dialectOf(db) === 'mysql'
    ? db('information_schema.statistics')
        .distinct({ name: 'index_name' })
        .where({ table_name: table })
        .whereRaw('table_schema = database()')
    : db('sqlite_master').select('name').where({ type: 'index', tbl_name: table }))) as { name: string }[];
  return rows.map((row) => row.name);
}

/** MySQL and MariaDB allow 64 characters. */
function indexName(table: string, columns: readonly string[], kind: 'i' | 'u'): string {
  return `${table}_${columns.join('_')}_${kind}`.slice(-60).replace(/^_+/, '');
}

function addColumn(db: Db, table: Knex.CreateTableBuilder, shape: TableShape, column: ColumnShape): void {
  if (column.autoIncrement && shape.primary.length === 1) {
    table.increments(column.name);
    return;
  }
  // A counted id that shares its key with the language (order_status): SQLite cannot count it, so the writer does.
  const built = typed(db, table, column);
  if (column.nullable) built.nullable();
  else built.notNullable();
  if (column.defaultValue !== null) built.defaultTo(column.defaultValue);
}

function typed(db: Db, table: Knex.CreateTableBuilder, { name, type }: ColumnShape): Knex.ColumnBuilder {
  const sqlite = dialectOf(db) === 'sqlite';
  const [, word = '', inner = ''] = /^(\w+)(?:\((.*)\))?$/.exec(type) ?? [];
  switch (word) {
    case 'int':
      return table.integer(name);
    case 'ms':
      return table.bigInteger(name);
    case 'ti':
      return sqlite ? table.integer(name) : table.specificType(name, 'tinyint');
    case 'si':
      return table.smallint(name);
    case 'vc':
      return table.string(name, Number(inner));
    case 'char':
      return sqlite ? table.string(name, Number(inner)) : table.specificType(name, `char(${inner})`);
    case 'text':
      return sqlite ? table.text(name) : table.specificType(name, 'text');
    case 'mediumtext':
      return table.text(name, 'mediumtext');
    // Exact decimals: text on SQLite, whose numbers are floats.
    case 'dec':
      return sqlite ? table.text(name) : table.specificType(name, `decimal(${inner})`);
    case 'double':
      return sqlite ? table.text(name) : table.specificType(name, `double(${inner})`);
    case 'dt':
      return sqlite ? table.string(name, 19) : table.specificType(name, 'datetime');
    case 'date':
      return sqlite ? table.string(name, 10) : table.specificType(name, 'date');
    case 'enum':
      return sqlite ? table.string(name, 32) : table.specificType(name, type);
    default:
      throw new Error(`unknown column type: ${type}`);
  }
}
