import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../../support/built';
import { command, unread } from '../../support/command';

describe('the answers of the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'payment-links-answers-'));
  const env = { DATA_DIR: folder, ADMIN_PASSWORD: 'secret123', PORT: '3999' };
  const run = (...args: string[]) => command(env, ...args);
  const links = async (): Promise<number> => {
    const { out } = await run('link', 'list', '--limit', '1000', '--json');
    return (JSON.parse(out) as unknown[]).length;
  };
  beforeAll(async () => {
    expect((await run('demo')).code).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a reader who leaves early cuts nothing in two: all is done, without a complaint', async () => {
    expect(await unread(env, '--help')).toEqual({ code: 0, err: '' });
    const file = join(folder, 'piped.csv');
    const rows = Array.from({ length: 30 }, (_one, index) => `1,EUR,Piped ${index}`);
    writeFileSync(file, ['amount,currency,description', ...rows].join('\n'));
    const before = await links();
    const { code, err } = await unread(env, 'link', 'import', file);
    expect([code, err]).toEqual([0, '30 of 30 rows have their link.\n']);
    expect(await links()).toBe(before + 30);
  });

  test('an answer that cannot be written is a failure, and no stack of calls', async () => {
    const full = openSync('/dev/full', 'w');
    const done = spawnSync(process.execPath, [built('install/cli.js'), 'setting', 'list'], {
      env: { PATH: process.env['PATH'], ...env },
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(done.status).toBe(1);
    expect(done.stderr).toMatch(/^The answer could not be written: .*no space left.*\n$/);
  });

  test('what would help nobody is not taken: no links to list, a token without a name, a file in an old encoding', async () => {
    expect(await run('link', 'list', '--limit', '0')).toMatchObject({ code: 2, out: '' });
    for (const name of [' ', 'x'.repeat(65)]) {
      const refused = await run('token', 'create', '--name', name);
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toContain('It must have 1 to 64 characters.');
    }
    const file = join(folder, 'latin.csv');
    writeFileSync(file, Buffer.from('amount,currency,description\n1,EUR,Schl\xfcssel', 'latin1'));
    const latin = await run('link', 'import', file);
    expect(latin).toMatchObject({ code: 1, out: '' });
    expect(latin.err).toContain('is not in UTF-8.\nSave it from the spreadsheet as “CSV UTF-8”.');
  });
});
