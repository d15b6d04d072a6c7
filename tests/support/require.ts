/** Where MariaDB or MySQL answers for tests; null when the suites that need it are to say that they did not run. */
export const SERVER = process.env['TEST_DATABASE_URL'] || null;

/**
 * A suite that needs a database server. Without TEST_DATABASE_URL it says plainly that it did not run; with
 * REQUIRE_ALL=1 that is a failure.
 */
export function onServer(title: string, suite: (server: string) => void): void {
  describe(title, () => {
    if (SERVER !== null) return suite(SERVER);
    test('did not run: it needs a MariaDB or MySQL server in TEST_DATABASE_URL', () => {
      expect(process.env['REQUIRE_ALL'] === '1' ? 'missing' : 'not asked for').toBe('not asked for');
    });
  });
}
