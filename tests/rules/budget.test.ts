import { dirname } from 'node:path';
import { sources } from '../support/sources';

const LINES_MAX = 300;
/** More than a reader takes in at one look. */
const FILES_IN_A_ROOM_MAX = 40;
/** Data modules are lists, not code. */
const DATA = /^install\/data\/|^tests\//;

describe('the file budget', () => {
  const code = sources(['.ts']).filter(({ file }) => !DATA.test(file));
  const sizes = code.map(({ lines }) => lines).sort((a, b) => a - b);
  const percentile = (share: number) => sizes[Math.floor((sizes.length - 1) * share)] ?? 0;

  test('no file of code, view, style or script is longer than 300 lines', () => {
    const long = sources(['.ts', '.ejs', '.css', '.js', '.mjs'])
      .filter(({ file, lines }) => lines > LINES_MAX && !file.startsWith('install/data/'))
      .map(({ file, lines }) => `${file}: ${lines}`);
    expect(long).toEqual([]);
  });

  test('the median file has at most 60 lines, nine in ten at most 150', () => {
    expect(percentile(0.5)).toBeLessThanOrEqual(60);
    expect(percentile(0.9)).toBeLessThanOrEqual(150);
  });

  test('no room holds more than forty files', () => {
    const rooms = new Map<string, number>();
    for (const { file } of code) rooms.set(dirname(file), (rooms.get(dirname(file)) ?? 0) + 1);
    expect([...rooms].filter(([, files]) => files > FILES_IN_A_ROOM_MAX)).toEqual([]);
  });
});
