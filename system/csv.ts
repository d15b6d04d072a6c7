/** One row of a file by its column names, with the line it begins on, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Reads CSV as RFC 4180 has it: commas (or semicolons, where the first line has more of them), double quotes, any
 * line ends, a byte order mark or none. The first line names the columns; empty lines are passed over.
 */
export function readCsv(text: string): { columns: string[]; rows: CsvRow[] } {
  const [head, ...rest] = recordsIn(text.replace(/^\uFEFF/, '')).filter(({ cells }) =>
    cells.some((cell) => cell !== ''),
  );
  const columns = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const rows = rest.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? '').trim()])),
  }));
  return { columns, rows };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
}

function recordsIn(text: string): CsvRecord[] {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const separator = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  // A quoted or a plain cell, then what ends it: the separator, a line end, or the end of the file.
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|\\r|$)`, 'gy');
  const records: CsvRecord[] = [];
  let current: CsvRecord = { line: 1, cells: [] };
  let line = 1;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [whole, quoted, plain = '', end = ''] = found;
    current.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n?|\n/g)?.length ?? 0;
    if (end !== separator) {
      records.push(current);
      current = { line, cells: [] };
    }
    if (cell.lastIndex >= text.length && end !== separator) break;
  }
  return records;
}
