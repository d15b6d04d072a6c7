import { readCsv } from '../../../system/csv';

const cells = (text: string) => readCsv(text).rows.map((row) => row.cells);

test('reads commas or semicolons, quotes with anything in them, and a byte order mark', () => {
  expect(readCsv('\uFEFFName,Note\nÅsa,"a, ""b""\nc"\n').columns).toEqual(['name', 'note']);
  expect(cells('\uFEFFName,Note\nÅsa,"a, ""b""\nc"\n')).toEqual([{ name: 'Åsa', note: 'a, "b"\nc' }]);
  expect(cells('a;b\n1;2,5')).toEqual([{ a: '1', b: '2,5' }]);
});

test.each(['\n', '\r\n', '\r'])(
  'counts lines by what ends them (%j), also within quotes, and passes empty ones',
  (end) => {
    const text = ['a,b', '1,2', '', '"x', 'y",4', '5'].join(end);
    const { rows } = readCsv(text);
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(rows.at(-1)?.cells).toEqual({ a: '5', b: '' });
  },
);

test('a quote that is never closed, or closed too early, loses no row', () => {
  expect(cells('a,b\n"x,1\ny,2')).toEqual([
    { a: '"x', b: '1' },
    { a: 'y', b: '2' },
  ]);
  expect(cells('a,b\n"x"z,1\ny,2')).toHaveLength(2);
});

test('an empty file has neither columns nor rows', () => {
  expect(readCsv('')).toEqual({ columns: [], rows: [] });
});
