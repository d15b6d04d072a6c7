import { fromShopTime, isOpenDate, toShopTime, withinDates } from '../../../extension/opencart/shop_time';

describe("the shop's wall time", () => {
  const noon = Date.UTC(2026, 6, 1, 12, 0, 5);

  test('follows the zone and its daylight saving', () => {
    expect(toShopTime(noon, 'UTC')).toBe('2026-07-01 12:00:05');
    expect(toShopTime(noon, 'Europe/Amsterdam')).toBe('2026-07-01 14:00:05');
    expect(toShopTime(Date.UTC(2026, 0, 1), 'Europe/Amsterdam')).toBe('2026-01-01 01:00:00');
  });

  test('a missing or unknown zone is UTC', () => {
    expect(toShopTime(noon, '')).toBe('2026-07-01 12:00:05');
    expect(toShopTime(noon, 'Europe/Atlantis')).toBe('2026-07-01 12:00:05');
  });

  test('reads back to the same moment', () => {
    expect(fromShopTime('2026-07-01 14:00:05', 'Europe/Amsterdam')).toBe(noon);
  });

  test('the hour that happens twice reads as the first', () => {
    expect(fromShopTime('2026-10-25 02:30:00', 'Europe/Amsterdam')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test('a zero date is no time', () => {
    expect(() => fromShopTime('0000-00-00 00:00:00', 'UTC')).toThrow(RangeError);
    expect([null, '', '0000-00-00', '2026-01-01'].map(isOpenDate)).toEqual([true, true, true, false]);
  });

  test('a period begins after the midnight of its first day and ends at the midnight of its last', () => {
    expect(withinDates('2026-07-01', '2026-07-02', '2026-07-01 00:00:00')).toBe(false);
    expect(withinDates('2026-07-01', '2026-07-02', '2026-07-01 00:00:01')).toBe(true);
    expect(withinDates('2026-07-01', '2026-07-02', '2026-07-01 23:59:59')).toBe(true);
    expect(withinDates('2026-07-01', '2026-07-02', '2026-07-02 00:00:00')).toBe(false);
    expect(withinDates('0000-00-00', null, '2026-07-02 00:00:00')).toBe(true);
  });
});
