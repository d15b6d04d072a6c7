import { money, toTypedText } from '../../../system/money';

test.each([
  [1999, 'EUR', '19.99'],
  [1999, 'JPY', '1999'],
  [37_476_100, 'IDR', '374761'],
  // A fraction that should not be there is shown all the same.
  [37_476_150, 'IDR', '374761.50'],
])('%s minor units of %s stand in a field as "%s"', (minor, currency, typed) => {
  expect(toTypedText(money(minor, currency))).toBe(typed);
});
