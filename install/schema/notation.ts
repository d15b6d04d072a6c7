/**
 * One line a table: `name PK(a,b); index(c); unique(d): column type?=default AI, …`. Reads into plain data, from
 * which `create.ts` builds the table on SQLite, MySQL and MariaDB.
 */
export interface TableShape {
  readonly name: string;
  readonly primary: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  readonly uniques: readonly (readonly string[])[];
  readonly columns: readonly ColumnShape[];
}

export interface ColumnShape {
  readonly name: string;
  /** `int`, `ms`, `vc(32)`, `text`, `mediumtext`, `ti`, `si(6)`, `dec(15,4)`, `double(15,8)`, `dt`, `date`, `char(1)`, `enum(…)`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly autoIncrement: boolean;
  /** Null where there is none. */
  readonly defaultValue: string | null;
}

export function readNotation(text: string): TableShape[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readTable);
}

function readTable(line: string): TableShape {
  const colon = line.indexOf(': ');
  const head = colon < 0 ? line : line.slice(0, colon);
  const [name = '', ...keys] = head.replace(/:$/, '').split(/ |; /);
  const named = (word: string): string[][] =>
    keys.filter((key) => key.startsWith(`${word}(`)).map((key) => key.slice(word.length + 1, -1).split(','));
  return {
    name,
    primary: named('PK')[0] ?? [],
    indexes: named('index'),
    uniques: named('unique'),
    columns:
      colon < 0
        ? []
        : line
            .slice(colon + 2)
            .split(', ')
            .map(readColumn),
  };
}

const COLUMN = /^(\w+) (\w+(?:\([^)]*\))?)(\?)?(?:=('[^']*'|[^ ]*))?( AI)?$/;

function readColumn(text: string): ColumnShape {
  const match = COLUMN.exec(text.trim());
  if (!match) throw new Error(`not a column: ${text}`);
  const [, name = '', type = '', nullable, defaultValue, autoIncrement] = match;
  return {
    name,
    type,
    nullable: nullable !== undefined,
    autoIncrement: autoIncrement !== undefined,
    defaultValue: defaultValue === undefined ? null : defaultValue.replace(/^'(.*)'$/, '$1'),
  };
}

/** `order: index(a,b); unique(c)` → the indexes to add to tables that exist. */
export function readIndexes(text: string): { table: string; columns: readonly string[] }[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [table = '', keys = ''] = line.split(': ');
      return keys.split('; ').map((key) => ({ table, columns: key.replace(/^index\(|\)$/g, '').split(',') }));
    });
}
