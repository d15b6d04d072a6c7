import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { appendFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../../system/project_root';

const FILES = 40;

/**
 * A clone with a program of forty files, and the real compiler behind a door: it notes each call and, while there is
 * a file `hold`, stands still with half of the files written.
 */
describe('several starts in one folder at once', () => {
  let clone: string;
  let started: ChildProcess[];
  const file = (...parts: string[]) => join(clone, ...parts);
  const part = (index: number, says: string) =>
    writeFileSync(file(`system/part${index}.ts`), `export const says: string = '${says}';\n`);
  const program = (says: string) => {
    for (let index = 0; index < FILES; index++) part(index, says);
  };
  const compiled = () => (existsSync(file('compiled')) ? readFileSync(file('compiled'), 'utf8').length : 0);

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'payment-links-build-'));
    started = [];
    cpSync(join(PROJECT_ROOT, 'install/bin'), file('install/bin'), { recursive: true });
    mkdirSync(file('system'));
    writeFileSync(
      file('main.ts'),
      `export const all = Array.from({ length: ${FILES} }, (_, i) => require('./system/part' + i).says);\n`,
    );
    program('first');
    const real = JSON.stringify(join(PROJECT_ROOT, 'node_modules/esbuild'));
    mkdirSync(file('node_modules/esbuild'), { recursive: true });
    writeFileSync(file('node_modules/esbuild/package.json'), '{"name":"esbuild","main":"index.js"}');
    writeFileSync(
      file('node_modules/esbuild/index.js'),
      `const { build } = require(${real});
       const { appendFileSync, existsSync } = require('node:fs');
       exports.build = async (options) => {
         appendFileSync(${JSON.stringify(file('compiled'))}, '.');
         if (existsSync(${JSON.stringify(file('hold'))})) {
           await build({ ...options, entryPoints: options.entryPoints.slice(0, 20) });
           appendFileSync(${JSON.stringify(file('half'))}, '.');
           while (existsSync(${JSON.stringify(file('hold'))})) await new Promise((done) => setTimeout(done, 10));
         }
         return build(options);
       };`,
    );
  });
  afterEach(async () => {
    rmSync(file('hold'), { force: true });
    await Promise.all(started.filter(lives).map(killed));
    rmSync(clone, { recursive: true, force: true });
  });

  /** Prepares the program and prints what all of its files say, each said once: a start that got this far. */
  function start() {
    const code = `
      const { build } = await import(${JSON.stringify(file('install/bin/prepare.mjs'))});
      await build();
      const { createRequire } = await import('node:module');
      const { all } = createRequire(${JSON.stringify(file('x.js'))})('./dist/main.js');
      console.log(all.length, [...new Set(all)].join());`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
    started.push(child);
    let [out, error] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (error += text.toString()));
    const said = new Promise<string>((resolve) =>
      child.once('close', (status) => resolve(status === 0 ? out.trim() : `${status} ${error}`)),
    );
    return { child, said, waits: () => error.includes('waiting for it') };
  }

  const lives = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;
  const killed = async (child: ChildProcess) => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  const until = async (holds: () => boolean) => {
    while (!holds()) await sleep(10);
  };
  const beside = () => readdirSync(clone).filter((name) => name.startsWith('dist.') && name !== 'dist.turns');

  test('one of them builds, and all run the whole program', async () => {
    const starts = Array.from({ length: 8 }, start);
    const said = await Promise.all(starts.map((one) => one.said));
    expect(new Set(said)).toEqual(new Set([`${FILES} first`]));
    expect(compiled()).toBe(1);
    expect(beside()).toEqual([]);
  });

  test('one killed in the middle of its build holds the next up for a moment, and nothing of it is run', async () => {
    writeFileSync(file('hold'), '');
    const first = start();
    await until(() => existsSync(file('half')));
    const second = start();
    await until(() => second.waits());
    await killed(first.child);
    rmSync(file('hold'));
    expect(await second.said).toBe(`${FILES} first`);
    expect(compiled()).toBe(2);
    expect(beside()).toEqual([]);
    expect(await start().said).toBe(`${FILES} first`);
    expect(compiled()).toBe(2);
  });

  test('of many that wait for a killed one, one builds', async () => {
    writeFileSync(file('hold'), '');
    const first = start();
    await until(() => existsSync(file('half')));
    const others = Array.from({ length: 4 }, start);
    await killed(first.child);
    rmSync(file('hold'));
    expect(new Set(await Promise.all(others.map((one) => one.said)))).toEqual(new Set([`${FILES} first`]));
    expect(compiled()).toBe(2);
  });

  test('the program as it was is whole until the new one is', async () => {
    expect(await start().said).toBe(`${FILES} first`);
    program('second, a longer word');
    writeFileSync(file('hold'), '');
    const upgrade = start();
    await until(() => existsSync(file('half')));
    const built = readdirSync(file('dist/system')).filter((name) => name.endsWith('.js'));
    expect(built).toHaveLength(FILES);
    for (const name of built) expect(readFileSync(file('dist/system', name), 'utf8')).toContain('"first"');
    rmSync(file('hold'));
    expect(await upgrade.said).toBe(`${FILES} second, a longer word`);
  });

  test('what is changed while it is compiled is seen by the next start', async () => {
    writeFileSync(file('hold'), '');
    const first = start();
    await until(() => existsSync(file('half')));
    appendFileSync(file('system/part0.ts'), '// changed\n');
    rmSync(file('hold'));
    await first.said;
    await start().said;
    expect(compiled()).toBe(2);
  });

  test('an older file that is put back, with its time, is built', async () => {
    await start().said;
    part(0, 'older');
    utimesSync(file('system/part0.ts'), new Date('2020-01-01'), new Date('2020-01-01'));
    expect(await start().said).toBe(`${FILES} older,first`);
  });
});
