import { backoffMs } from '../../../../system/outbox/backoff';
import { HOUR_MS, SECOND_MS } from '../../../../system/clock';

const middle = () => 0.5;

test('pauses double from two seconds to an hour, and stay there', () => {
  expect([1, 2, 3, 4, 10].map((attempt) => backoffMs(attempt, middle) / SECOND_MS)).toEqual([2, 4, 8, 16, 1024]);
  expect([12, 13, 60, 100_000].map((attempt) => backoffMs(attempt, middle))).toEqual(Array(4).fill(HOUR_MS));
});

test('a quarter more or less keeps the jobs of an outage apart', () => {
  expect([backoffMs(3, () => 0), backoffMs(3, () => 0.999_999)]).toEqual([6000, 10_000]);
  expect(new Set(Array.from({ length: 50 }, () => backoffMs(8))).size).toBeGreaterThan(40);
});
