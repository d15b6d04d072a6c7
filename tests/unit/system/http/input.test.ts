import { decimalIn } from '../../../../system/http/input';

test.each([
  ['12,50', '12.50'],
  ['12.50', '12.50'],
  ['0,125', '0.125'],
  [' 7 ', '7'],
  // May be more than a thousand, so whoever checks the amount refuses it.
  ['1,250', '1,250'],
  ['1,250.50', '1,250.50'],
  ['many', 'many'],
])('a number typed as "%s" is read as "%s"', (typed, read) => {
  expect(decimalIn({ amount: typed }, 'amount')).toBe(read);
});
