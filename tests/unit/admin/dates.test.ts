import { sayLeft } from '../../../admin/dates';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../system/clock';

const NOW = Date.UTC(2026, 0, 5, 12);

describe('what is left of a link', () => {
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
