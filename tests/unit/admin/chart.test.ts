import { chartOf } from '../../../admin/controller/common/dashboard/chart';
import type { Visit } from '../../../admin/visit';
import { textsIn } from '../../../language';

const visit = { locale: 'en-GB', texts: (name: 'common/dashboard') => textsIn('en-gb')[name] } as unknown as Visit;
const at = (iso: string) => Date.parse(iso);

test("links belong to the shop's day, also on the day that has 25 hours", () => {
  const chart = chartOf(
    visit,
    [
      // 23:45 and 00:00 around the midnight that begins 26 October in Amsterdam, when summer time ends.
      { at: at('2025-10-25T21:45:00Z'), made: 1, paid: 0 },
      { at: at('2025-10-25T22:00:00Z'), made: 2, paid: 1 },
      { at: at('2025-10-26T22:45:00Z'), made: 4, paid: 4 },
      { at: at('2025-10-26T23:00:00Z'), made: 8, paid: 0 },
    ],
    { now: at('2025-10-27T09:00:00Z'), zone: 'Europe/Amsterdam', days: 3 },
  );
  expect(chart.days.map(({ date, made, paid }) => [date, made, paid])).toEqual([
    ['25 Oct', '1', '0'],
    ['26 Oct', '6', '5'],
    ['27 Oct', '8', '0'],
  ]);
  expect(chart.days[2]).toMatchObject({ madeY: 0, madeHeight: 160, paidHeight: 0 });
});
