/**
 * A suite that needs a program of this machine. Where it is missing that is said once, plainly, and with REQUIRE_ALL=1
 * it is a failure.
 */
export function describeWith(need: { what: string; there: boolean; remedy: string }, name: string, suite: () => void) {
  if (need.there) return describe(name, suite);
  process.stderr.write(`Not run, because ${need.what} is missing: ${name}. ${need.remedy}\n`);
  test(`${name}: may be left out, as ${need.what} is missing`, () => {
    expect(process.env['REQUIRE_ALL']).not.toBe('1');
  });
}
