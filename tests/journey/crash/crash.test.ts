import { sources } from '../../support/sources';
import { crashSuite } from './crash';

test('every place at which a process can be killed is used by a test', () => {
  const product = sources(['.ts'], ['system', 'extension', 'admin', 'catalog', 'install']);
  const places = product.flatMap(({ text }) => [...text.matchAll(/\bcrashPoint\('([\w.]+)'\)/g)].map(([, one]) => one));
  const tests = sources(['.ts'], ['tests']).map(({ text }) => text);
  expect(places.length).toBeGreaterThan(15);
  expect(places.filter((place) => !tests.some((text) => text.includes(`'${place}'`)))).toEqual([]);
});

crashSuite(null);
