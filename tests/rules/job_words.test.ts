import { JOBS } from '../../extension/payment_link/jobs';
import { textsIn } from '../../language';
import { sources } from '../support/sources';

/** A listener's second argument, and constants that name a job. */
const NAMED = [/\bafter\(\s*'[a-z_.]+',\s*'([a-z_.]+)'/g, /\bJOB = '([a-z_.]+)'/g, /_JOB = '([a-z_.]+)'/g];
const found = sources(['.ts'], ['extension', 'install']).flatMap(({ text }) =>
  NAMED.flatMap((shape) => [...text.matchAll(shape)].map(([, name = '']) => name)),
);

test('every job has its name in words on the Jobs page', () => {
  const words: Readonly<Record<string, string>> = textsIn('en-gb')['tool/job'].names;
  expect(found.length).toBeGreaterThan(5);
  expect([...found, ...Object.values(JOBS)].filter((name) => words[name] === undefined)).toEqual([]);
});
