import type { Db } from '../../../system/db/table';
import { prefixOf } from '../../../system/db/table';

/** A shop's tables as the server describes them; names without the prefix. MySQL and MariaDB only. */
export interface TableFact {
  readonly table: string;
  readonly engine: string;
  readonly collation: string;
}

export interface ColumnFact {
  readonly table: string;
  readonly column: string;
  /** `varchar`, `text`, `int` … */
  readonly dataType: string;
  /** `varchar(128)`. */
  readonly columnType: string;
  /** Null for what is no text. */
  readonly charset: string | null;
  readonly collation: string | null;
  readonly nullable: boolean;
  /** As the server prints it; null where there is none. */
  readonly defaultValue: string | null;
  readonly position: number;
}

export async function listTableFacts(db: Db): Promise<TableFact[]> {
  const rows = (await db('information_schema.tables')
    .whereRaw('table_schema = database()')
    .andWhere('table_type', 'BASE TABLE')
    .select({ table: 'table_name', engine: 'engine', collation: 'table_collation' })) as Partial<TableFact>[];
  return underPrefix(db, rows).map((row) => ({
    table: row.table,
    engine: row.engine ?? '',
    collation: row.collation ?? '',
  }));
}

/** In the order in which each table has them. */
export async function listColumnFacts(db: Db): Promise<ColumnFact[]> {
  const rows = (await db('information_schema.columns')
    .whereRaw('table_schema = database()')
    .orderBy(['table_name', 'ordinal_position'])
    .select({ table: 'table_name', column: 'column_name', dataType: 'data_type', columnType: 'column_type' })
    .select({ charset: 'character_set_name', collation: 'collation_name', nullable: 'is_nullable' })
    .select({ defaultValue: 'column_default', position: 'ordinal_position' })) as RawColumn[];
  return underPrefix(db, rows).map((row) => ({
    ...row,
    dataType: row.dataType.toLowerCase(),
    columnType: row.columnType.toLowerCase(),
    nullable: row.nullable === 'YES',
    position: Number(row.position),
  }));
}

type RawColumn = Omit<ColumnFact, 'nullable'> & { readonly nullable: string };

function underPrefix<Row extends { readonly table?: string }>(db: Db, rows: readonly Row[]) {
  const prefix = prefixOf(db);
  return rows
    .filter((row) => (row.table ?? '').startsWith(prefix))
    .map((row) => ({ ...row, table: (row.table ?? '').slice(prefix.length) }));
}
