import { OPENCART_TABLES } from './opencart_tables';

/** In the order in which they were released; a change holds from its version on. */
const OPENCART_VERSIONS = ['3.0', '3.0.4', '3.0.5', '4.0.2', '4.1.0.3', '4.1.0.4'] as const;
export type OpencartVersion = (typeof OPENCART_VERSIONS)[number];

export interface Column {
  readonly name: string;
  /** As SQL: `varchar(32)`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly counts: boolean;
  /** Null where there is none. */
  readonly standard: string | null;
}

export interface Table {
  readonly name: string;
  /** `PK(order_id)`, `email(email)`. */
  readonly keys: readonly string[];
  readonly columns: readonly Column[];
}

/** The tables of one version, from the notation of `opencart_tables.ts`. */
export function tablesOf(version: OpencartVersion): Table[] {
  const blocks = OPENCART_TABLES.trim().split(/\n(?! )/);
  return blocks.flatMap((block) => tableOf(block, version) ?? []);
}

const at = (version: string): number => OPENCART_VERSIONS.indexOf(version as OpencartVersion);

function tableOf(block: string, version: OpencartVersion): Table | null {
  const [first = '', ...later] = block.split('\n');
  const [, name = '', since = '', head = '', body = ''] = /^(\w+) ([\d.]+) (.*?): (.*)$/.exec(first) ?? [];
  if (at(since) > at(version)) return null;
  let table: Table | null = { name, keys: head.split('; '), columns: splitColumns(body).map(columnOf) };
  for (const line of later) {
    const [, from = '', changes = ''] = /^ {2}([\d.]+): (.*)$/.exec(line) ?? [];
    if (table === null || at(from) > at(version)) continue;
    table = changes === 'table absent' ? null : changed(table, changes);
  }
  return table && at(version) >= at('4.1.0.3') ? loosened(table) : table;
}

/** From 4.1 on nothing but the primary key is NOT NULL. */
function loosened(table: Table): Table {
  const primary = /PK\((.*?)\)/.exec(table.keys.join(';'))?.[1]?.split(',') ?? [];
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, nullable: !primary.includes(column.name) })),
  };
}

function changed(table: Table, changes: string): Table {
  let { keys, columns } = table;
  const [parts = '', newKeys] = changes.split(/(?:^|; )keys /);
  if (newKeys !== undefined) keys = newKeys.split('; ');
  for (const part of parts === '' ? [] : parts.split('; ')) {
    const [, verb = '', rest = ''] = /^(\w+) (.*)$/.exec(part) ?? [];
    const items = splitColumns(rest);
    if (verb === 'add') columns = [...columns, ...items.map(columnOf)];
    if (verb === 'drop') columns = columns.filter((column) => !items.includes(column.name));
    if (verb === 'change') columns = columns.map((column) => rewritten(column, items));
  }
  return { ...table, keys, columns };
}

/** `status=0`, `code vc(128)`, `image NOT NULL`, `date_start=no default`. */
function rewritten(column: Column, items: readonly string[]): Column {
  const item = items.find((one) => new RegExp(`^${column.name}[ =]`).test(one));
  if (item === undefined) return column;
  if (item.endsWith('=no default')) return { ...column, standard: null };
  if (item.endsWith(' NOT NULL')) return { ...column, nullable: false };
  if (/^\w+=/.test(item)) return { ...column, standard: unquoted(item.slice(column.name.length + 1)) };
  const fresh = columnOf(item);
  return { ...fresh, standard: fresh.standard ?? (/text/.test(fresh.type) ? null : column.standard) };
}

function unquoted(text: string): string {
  return text.replace(/^'(.*)'$/, '$1');
}

/** At commas that are not within brackets or quotes. */
function splitColumns(text: string): string[] {
  return (text.match(/(?:\([^)]*\)|[^,(])+/g) ?? []).map((part) => part.trim());
}

const COLUMN = /^(\w+) (\w+(?:\([^)]*\))?(?: unsigned)?)(\?)?(?:=('[^']*'|[^ ]*))?( AI)?$/;
const WORDS: Readonly<Record<string, string>> = {
  vc: 'varchar',
  ti: 'tinyint',
  si: 'smallint',
  dec: 'decimal',
  dt: 'datetime',
};

function columnOf(text: string): Column {
  const [, name = '', type = '', nullable, standard, counts] = COLUMN.exec(text) ?? [];
  if (name === '') throw new Error(`not a column: ${text}`);
  const sized = type.replace(/^int(?= |$)/, 'int(11)');
  const sql = sized.replace(/^(\w+)/, (word) => WORDS[word] ?? word);
  return {
    name,
    type: sql,
    nullable: nullable !== undefined,
    counts: counts !== undefined,
    standard: standard === undefined ? null : unquoted(standard),
  };
}
