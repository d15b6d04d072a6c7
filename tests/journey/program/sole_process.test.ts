import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../../support/command';
import { freePort } from '../../support/program';
import { spawnProgram, untilHealthy, type RealProcess } from '../../support/real_process';

describe('two processes on one embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'payment-links-sole-'));
  let env: Record<string, string>;
  let url: string;
  const running: RealProcess[] = [];
  const serve = async (): Promise<RealProcess> => {
    const program = spawnProgram(['serve'], env);
    running.push(program);
    await untilHealthy(url, program);
    return program;
  };

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    env = { DATA_DIR: folder, PORT: String(port), ADMIN_PASSWORD: 'secret123' };
    await serve();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(running.filter((one) => one.alive()).map((one) => one.kill()));
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([['serve'], ['serve', '--no-work'], ['work']])(
    'the second is refused with what to do, whichever it is (%s %s)',
    async (...args) => {
      const other = { ...env, PORT: String(await freePort()) };
      const second = await command(other, ...args.filter(Boolean));
      expect(second).toMatchObject({ code: 1, out: '' });
      expect(second.err).toContain(`Another process serves, or works on, the database in ${folder}.`);
      expect(second.err).toContain('Stop that process first, or set DATA_DIR to another folder.');
      expect((await fetch(`${url}/health`)).status).toBe(200);
    },
  );

  test('short commands go on beside the one that serves', async () => {
    expect((await command(env, 'setting', 'set', 'config_name', 'Canal House')).code).toBe(0);
    expect((await command(env, 'setting', 'get', 'config_name')).out).toBe('Canal House\n');
    expect((await command(env, 'work', '--once')).code).toBe(0);
  });

  test('whoever was killed leaves nothing behind: the next starts at once', async () => {
    for (let death = 0; death < 3; death++) {
      await running.at(-1)?.kill();
      await serve();
    }
    await running.at(-1)?.stop();
    await serve();
    expect(running.filter((one) => one.alive())).toHaveLength(1);
  });
});
