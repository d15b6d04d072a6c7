import { splitStreet } from '../../../extension/multisafepay/address';
import { localeOf } from '../../../extension/multisafepay/locale';

test.each([
  ['Kraanspoor 39', 'C', 'Kraanspoor', '39 C'],
  ['10 Downing Street', '', 'Downing Street', '10'],
  ['Unit 7', 'Dock Road 21-B', 'Unit 7 Dock Road', '21-B'],
  ['350 5th Ave', 'Suite 300', '350 5th Ave Suite', '300'],
  ['350 5th Ave', '', '5th Ave', '350'],
  ['Straße des 17. Juni 135', '', 'Straße des 17. Juni', '135'],
  ['Musterstraße 12a', '', 'Musterstraße', '12a'],
  ['Hoofdstraat 12-14', '', 'Hoofdstraat', '12-14'],
  ['Rue de Rivoli', '', 'Rue de Rivoli', ''],
  ['', '', '', ''],
  ['12345', '', '12345', ''],
])('splits "%s" and "%s"', (address1, address2, street, houseNumber) => {
  expect(splitStreet(address1, address2)).toEqual({ street, houseNumber });
});

test('a number that looks endless does not take endless time', () => {
  const startedAt = Date.now();
  expect(splitStreet('a 1'.repeat(5000), ' '.repeat(5000)).street).not.toBe('');
  expect(Date.now() - startedAt).toBeLessThan(1000);
});

test.each([
  ['en-gb', 'GB', 'en_US'],
  ['nl-nl', 'NL', 'nl_NL'],
  ['nl', 'BE', 'nl_BE'],
  ['nl-be', 'NL', 'nl_BE'],
  ['nl-nl', 'BE', 'nl_NL'],
  ['de-de', 'AT', 'de_DE'],
  ['sv-se', 'SE', 'sv_SE'],
  ['id-id', 'ID', 'en_US'],
  ['', '', 'en_US'],
])('language %s and country %s give the locale %s', (language, country, locale) => {
  expect(localeOf(language, country)).toBe(locale);
});
