import { sessionStatements, shopSession } from '../../../../extension/opencart/attach/session_statements';

const JANUARY = Date.UTC(2026, 0, 15);
const JULY = Date.UTC(2026, 6, 15);

test('the offset of the shop’s zone is a number and follows daylight saving', () => {
  const session = shopSession('Europe/Amsterdam');
  expect(sessionStatements(session, JANUARY)).toContain("SET SESSION time_zone = '+01:00'");
  expect(sessionStatements(session, JULY)).toContain("SET SESSION time_zone = '+02:00'");
  expect(sessionStatements(shopSession('America/St_Johns'), JANUARY)).toContain("SET SESSION time_zone = '-03:30'");
});

test('zero dates and cut texts pass: the mode is never strict', () => {
  expect(sessionStatements(shopSession('UTC'), JULY)).toContain(
    "SET SESSION sql_mode = 'NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION'",
  );
});

test('a shop before 3.0.3.7 has no zone of its own and an empty mode: the server’s time stays', () => {
  const statements = sessionStatements(shopSession(''), JULY);
  expect(statements).toContain("SET SESSION sql_mode = ''");
  expect(statements.join(';')).not.toContain('time_zone');
});

test('a zone that nobody knows leaves the server’s', () => {
  expect(sessionStatements(shopSession("'; DROP TABLE x; --"), JULY).join(';')).not.toMatch(/time_zone|DROP/);
});
