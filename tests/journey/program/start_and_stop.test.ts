import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../../system/project_root';
import { agentFor } from '../../support/agent';
import { freePort } from '../../support/program';
import { spawnProgram } from '../../support/real_process';

const WAIT_MS = 60_000;

async function until(true_: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (!(await true_())) {
    if (Date.now() > end) throw new Error('it took too long');
    await sleep(50);
  }
}

describe('npm start, as a person or a service manager runs it', () => {
  let folder: string;
  let port: number;
  let said: string;
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      (response) => response.ok,
      () => false,
    );
  const npmStart = (
    more: Readonly<Record<string, string>> = { ADMIN_PASSWORD: 'secret123' },
  ): { child: ChildProcess; ended: Promise<number | string | null> } => {
    const { PATH, HOME } = process.env;
    const child = spawn('npm', ['start'], {
      cwd: PROJECT_ROOT,
      env: { PATH, HOME, DATA_DIR: join(folder, 'var'), PORT: String(port), ...more },
    });
    said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
    return { child, ended: new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code))) };
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'payment-links-start-'));
    port = await freePort();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each(['SIGTERM', 'SIGINT'] as const)('%s to npm ends the program too, with exit code 0', async (signal) => {
    const { child, ended } = npmStart();
    await until(answers);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(await answers()).toBe(false);
    expect(said).toContain(`http://127.0.0.1:${port}/admin`);
  });

  test('what lies in DATA_DIR can be read by this user alone', async () => {
    const { child, ended } = npmStart({});
    await until(answers);
    child.kill('SIGTERM');
    await ended;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(['var', 'var/app-key', 'var/shop.sqlite', 'var/admin-password']));
    expect(files.filter((file) => (statSync(join(folder, file)).mode & 0o077) !== 0)).toEqual([]);
  });

  test('a signal while it starts is heeded', async () => {
    const { child, ended } = npmStart();
    await until(() => existsSync(join(folder, 'var/app-key')));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await answers()).toBe(false);
  });

  test('a second signal does not wait for what the first one waits for', async () => {
    const program = spawnProgram(['serve'], { DATA_DIR: join(folder, 'var'), PORT: String(port) });
    await until(answers);
    // Half a form: its answer is waited for, five seconds at most.
    const slow = connect(port, '127.0.0.1').on('error', () => undefined);
    slow.write(
      'POST /admin/common/login HTTP/1.1\r\nhost: here\r\nexpect: 100-continue\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\n',
    );
    await new Promise((resolve) => slow.once('data', resolve));
    await until(async () => {
      program.signal('SIGTERM');
      return !program.alive();
    });
    expect(await program.ended).toBe('130');
  });

  test('a port in use ends the start with exit code 1', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const { ended } = npmStart();
    expect(await ended).toBe(1);
    await new Promise((resolve) => other.close(resolve));
    expect(said).toContain(`Port ${port} is in use on 127.0.0.1.`);
  });

  test('a password made up by a start that failed then lets its owner in all the same', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    expect(await npmStart({}).ended).toBe(1);
    await new Promise((resolve) => other.close(resolve));
    const { child, ended } = npmStart({});
    await until(answers);
    const file = join(folder, 'var/admin-password');
    await agentFor(`http://127.0.0.1:${port}`).logIn('admin', readFileSync(file, 'utf8').trim());
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said).toContain(`the password is in ${file}`);
  });
});
