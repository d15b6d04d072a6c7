import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../system/project_root';

/** A clone with one dependency, `shop`, and one of the tests, `prober`, and a stand-in for npm that notes its call. */
describe('the dependencies are installed when they are missing or outdated', () => {
  let clone: string;
  const file = (...parts: string[]) => join(clone, ...parts);
  const lock = (shop: string) => ({
    packages: {
      '': { version: '1.0.0' },
      'node_modules/shop': { version: shop },
      'node_modules/prober': { version: '2.0.0', dev: true },
      'node_modules/shop-win32': { version: '1.0.0', optional: true },
    },
  });
  const write = (path: string, value: unknown) => writeFileSync(path, JSON.stringify(value));

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'payment-links-prepare-'));
    cpSync(join(PROJECT_ROOT, 'install/bin'), file('install/bin'), { recursive: true });
    write(file('package-lock.json'), lock('1.0.0'));
    for (const name of ['shop', 'prober']) {
      mkdirSync(file('node_modules', name), { recursive: true });
      write(file('node_modules', name, 'package.json'), { name });
    }
    write(file('node_modules/.package-lock.json'), lock('1.0.0'));
    mkdirSync(file('bin'));
    writeFileSync(file('bin/npm'), `#!/bin/sh\necho "$@" > ${file('called')}\n`);
    chmodSync(file('bin/npm'), 0o755);
  });
  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  /** What npm was called with; null when it was not. */
  function called(options: object = {}): string | null {
    const code = `import(${JSON.stringify(file('install/bin/prepare.mjs'))}).then((m) => m.ensureDependencies(${JSON.stringify(options)}))`;
    const PATH = `${file('bin')}:${process.env['PATH'] ?? ''}`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', code], { env: { PATH }, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    try {
      return readFileSync(file('called'), 'utf8').trim();
    } catch {
      return null;
    }
  }

  test('not when they are there', () => {
    expect(called({ tools: true })).toBeNull();
  });

  test('when the lock file asks for another version', () => {
    write(file('package-lock.json'), lock('1.1.0'));
    expect(called()).toBe('ci --include=dev --no-audit --no-fund');
  });

  test('when a package was taken away', () => {
    rmSync(file('node_modules/shop'), { recursive: true });
    expect(called()).toContain('ci');
  });

  test('when npm was stopped half-way', () => {
    writeFileSync(file('node_modules/.package-lock.json'), '{"packages": {');
    expect(called()).toContain('ci');
  });

  test('never in a package that npm put beside other packages', () => {
    rmSync(file('package-lock.json'));
    rmSync(file('node_modules'), { recursive: true });
    expect(called({ tools: true })).toBeNull();
  });

  test('a Node.js below the floor of package.json is told so', () => {
    const { engines } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as Record<
      string,
      { node: string }
    >;
    expect(engines?.node).toBe('>=20.19');
    const code = `import(${JSON.stringify(file('install/bin/prepare.mjs'))}).then((m) => console.log(['18.20.8', '20.18.3', '20.19.0', '24.0.1'].map(m.isTooOld).join()))`;
    expect(spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }).stdout.trim()).toBe('true,true,false,false');
  });

  test('a shop that was installed without the tools of tests starts; tests install them', () => {
    const { 'node_modules/prober': _tool, ...packages } = lock('1.0.0').packages;
    write(file('node_modules/.package-lock.json'), { packages });
    expect(called()).toBeNull();
    expect(called({ tools: true })).toContain('ci');
  });
});
