import { createLog } from '../../../system/log';

const CARD = '4111 1111 1111 1111';
const TOKEN = 'SXnJbEwLvG_1evyHIoXGEg';

function lines(work: (log: ReturnType<typeof createLog>) => void): string {
  let written = '';
  work(createLog('trace', { write: (line) => (written += line) }));
  return written;
}

describe('the log', () => {
  test('card-like numbers and pay tokens are cut in messages, fields and errors', () => {
    const said = lines((log) => {
      log.info(`paid with ${CARD} at /pay/${TOKEN}`);
      log.warn({ seen: `/notify/multisafepay/${TOKEN}`, number: CARD }, 'a field');
      log.error({ err: new Error(`refused ${CARD} for https://shop.example/pay/${TOKEN}`) }, 'an error');
    });
    expect(said).not.toContain('1111 1111');
    expect(said).not.toContain(TOKEN);
    expect(said.match(/•••• 1111/g)!.length).toBeGreaterThanOrEqual(3);
  });

  test('a short address that staff chose is cut likewise', () => {
    const said = lines((log) => log.warn({ path: '/pay/key/return' }, 'https://shop.example/pay/spare-key is slow'));
    expect(said).not.toMatch(/pay\/(key|spare)/);
  });

  test('secrets are named, not shown', () => {
    const said = lines((log) => log.error({ headers: { api_key: 'k-1234' }, password: 'p-1234' }, 'called'));
    expect(said).not.toMatch(/[kp]-1234/);
  });

  test('a failed statement is told without what was bound to it', () => {
    const failed = Object.assign(
      new Error("insert into `oc_user` (`password`) values ('bound-word') - no such table"),
      {
        code: 'SQLITE_ERROR',
        sql: "insert into `oc_user` (`password`) values ('bound-word')",
      },
    );
    const said = lines((log) => log.error({ err: failed }, 'unexpected error'));
    expect(said).not.toContain('bound-word');
    expect(JSON.parse(said)).toMatchObject({ err: { message: 'no such table', code: 'SQLITE_ERROR' } });
    expect((JSON.parse(said) as { err: { stack: string } }).err.stack).toContain('log.test.ts');
  });
});
