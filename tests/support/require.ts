/** Where MariaDB or MySQL answers for tests; null when the suites that need it are to say that they did not run. */
const SERVER = process.env['TEST_DATABASE_URL'] || null;

const REQUIRED = process.env['REQUIRE_ALL'] === '1';

/**
 * A suite that needs a database server. Without TEST_DATABASE_URL it is counted as skipped; with REQUIRE_ALL=1 that
 * is a failure.
 */
export function onServer(title: string, suite: (server: string) => void): void {
  needing(title, 'a MariaDB or MySQL server in TEST_DATABASE_URL', SERVER, suite);
}

/** Says, as a skipped test, what is not compared because the recordings of real shops are not beside the repository. */
export function withoutRecordings(what: string): void {
  test['skip'](`${what}: the recordings are not at hand`, () => undefined);
}

/** A suite that needs something the machine may lack: null says that it does. */
export function needing<T>(title: string, what: string, found: T | null, suite: (found: T) => void): void {
  if (found !== null) return describe(title, () => suite(found));
  const run = REQUIRED ? test : test['skip'];
  run(`${title}: needs ${what}`, () => {
    throw new Error(`this machine lacks ${what}`);
  });
}
