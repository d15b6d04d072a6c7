import { DateTime } from 'luxon';
import { sayDay, sayLeft, sayMoment, sayShopTime } from '../../../admin/dates';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../system/clock';
import { steadyOffsetMs } from '../../../system/zone_offset';

const ZONES = ['UTC', 'Europe/Amsterdam', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia'];
/** Europe's and Lord Howe's clocks change in these days. */
const DAYS = ['2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04', '2026-07-01', '2026-01-01'];

/** Every forty minutes of three days around the changes of the clocks, in every zone. */
const moments = DAYS.flatMap((day) =>
  ZONES.flatMap((zone) =>
    Array.from({ length: 108 }, (_none, step) => ({
      zone,
      at: DateTime.fromISO(day, { zone: 'UTC' }).minus({ days: 1 }).toMillis() + (step * 2 * HOUR_MS) / 3,
    })),
  ),
);

test('a moment is said as the zone’s own clock reads it, also when the clocks change', () => {
  for (const { zone, at } of moments) {
    const wall = DateTime.fromMillis(at, { zone }).setLocale('en-GB');
    const said = sayMoment(at, at, zone, 'en-GB');
    expect(said.text).toBe(`today ${wall.toFormat('HH:mm')}`);
    expect(said.full).toBe(wall.toLocaleString(DateTime.DATETIME_HUGE_WITH_SECONDS));
    expect(Date.parse(said.iso)).toBe(at);
    expect(said.iso.slice(0, 19)).toBe(wall.toFormat("yyyy-MM-dd'T'HH:mm:ss"));
  }
});

test('the shop’s wall time keeps its figures and gets the zone it was read in', () => {
  for (const { zone, at } of moments) {
    const local = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
    const wall = DateTime.fromSQL(local, { zone });
    const said = sayShopTime(local, at, zone, 'en-GB');
    expect(Date.parse(said.iso)).toBe(wall.toMillis());
    expect(said.iso.slice(0, 19)).toBe(wall.toFormat("yyyy-MM-dd'T'HH:mm:ss"));
  }
});

test('days are the zone’s days: a minute after midnight it was yesterday', () => {
  const now = DateTime.fromISO('2026-03-29T00:01', { zone: 'Europe/Amsterdam' }).toMillis();
  expect(sayMoment(now - 2 * 60_000, now, 'Europe/Amsterdam', 'en-GB').text).toBe('yesterday 23:59');
  expect(sayMoment(now + 24 * HOUR_MS, now, 'Europe/Amsterdam', 'nl-NL').text).toBe('morgen 01:01');
  expect(sayMoment(now - 48 * HOUR_MS, now, 'Europe/Amsterdam', 'en-GB').text).toBe('27 Mar 2026');
});

test.each(['', 'rubbish', '0000-00-00 00:00:00', '2026-13-40 00:00:00'])(
  'what is no date, "%s", stays as it is',
  (text) => {
    expect(sayShopTime(text, 0, 'Europe/Amsterdam', 'en-GB')).toEqual({ text, full: text, iso: text });
  },
);

test('an offset is steady only where no clock changes a day before or after', () => {
  const day = (text: string): number => Date.parse(`${text}T12:00:00Z`);
  expect(steadyOffsetMs('Europe/Amsterdam', day('2026-07-01'))).toBe(2 * HOUR_MS);
  for (const near of ['2026-03-28', '2026-03-29', '2026-03-30'])
    expect(steadyOffsetMs('Europe/Amsterdam', day(near))).toBeNull();
  expect(steadyOffsetMs('Nowhere/Land', day('2026-07-01'))).toBeNull();
});

describe('what is left of a link', () => {
  const NOW = Date.UTC(2026, 0, 5, 12);

  test.each([
    ['a link of thirty days, just made', 30 * DAY_MS, 'in 30 days'],
    ['its page a quarter of an hour later', 30 * DAY_MS - 15 * MINUTE_MS, 'in 30 days'],
    ['an hour later', 30 * DAY_MS - HOUR_MS, 'in 29 days'],
    ['half a day later', 29.5 * DAY_MS, 'in 29 days'],
    ['two days', 2 * DAY_MS - 5 * SECOND_MS, 'in 2 days'],
    ['less than two days', 47 * HOUR_MS + 20 * MINUTE_MS, 'in 47 hours'],
    ['a link of an hour, just made', HOUR_MS - 5 * SECOND_MS, 'in 1 hour'],
    ['half an hour', 30 * MINUTE_MS + 10 * SECOND_MS, 'in 30 minutes'],
    ['the last minute', 40 * SECOND_MS, 'in 1 minute'],
    ['an hour ago', -HOUR_MS - 5 * SECOND_MS, '1 hour ago'],
    ['three days ago', -3 * DAY_MS, '3 days ago'],
  ])('%s', (_what, left, said) => {
    expect(sayLeft(NOW + left, NOW, 'en-GB')).toBe(said);
  });

  test('is said in the language of the reader', () => {
    expect(sayLeft(NOW + 30 * DAY_MS, NOW, 'nl-NL')).toBe('over 30 dagen');
  });
});

test('on paper the shop’s own day is said, without hour and zone', () => {
  expect(sayDay('2026-03-29 23:59:58', 'en-GB')).toBe('29 March 2026');
  expect(sayDay('2026-03-29 00:00:01', 'nl-NL')).toBe('29 maart 2026');
  expect(sayDay('0000-00-00 00:00:00', 'en-GB')).toBe('0000-00-00 00:00:00');
});
