import { textsIn } from '../../language';
import { sources } from '../support/sources';

/** What the code writes down as `event`, and what it chooses between for one. */
const EVENTS = /\bevent(?:Of)?\b[^;{}]{0,80}?'[a-z_]+\.[a-z_]+'(?:\s*:\s*'[a-z_]+\.[a-z_]+')?/g;
const written = new Set(
  sources(['.ts'], ['admin', 'extension', 'install', 'catalog']).flatMap(({ text }) =>
    /writeJournal|notePress|event: string/.test(text)
      ? (text.match(EVENTS) ?? []).flatMap((found) => found.match(/(?<=')[a-z_]+\.[a-z_]+(?=')/g) ?? [])
      : [],
  ),
);

test('every fact that the journal keeps has its sentence', () => {
  const words = Object.keys(textsIn('en-gb')['sale/journal']);
  expect(written.size).toBeGreaterThan(20);
  expect([...written].filter((event) => !words.includes(event.replaceAll('.', '_')))).toEqual([]);
});
