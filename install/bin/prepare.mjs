import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const SOURCES = ['system', 'extension', 'admin', 'catalog', 'language', 'install', 'bench'];

/**
 * Installs the dependencies when they are missing or not those of the lock file. `tools`: those of tests and checks
 * are needed too.
 */
export function ensureDependencies({ tools = false } = {}) {
  if (isTooOld(process.versions.node)) {
    console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (upToDate(tools)) return;
  console.error('Installing the dependencies …');
  const done = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error('The dependencies could not be installed; see the lines above.');
    process.exit(1);
  }
}

/** The same floor as in package.json. */
export function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 19);
}

/**
 * npm leaves its own copy of the lock file: when it names the same packages and versions, and none of their folders
 * was taken away since, there is nothing to do.
 */
function upToDate(tools) {
  // Installed as a package of something else, where npm has seen to them: a lock file never travels with a package.
  if (!existsSync(join(ROOT, 'package-lock.json'))) return true;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const present = installedPackages();
  return Object.entries(wanted)
    .filter(([name, { dev, optional }]) => name !== '' && !optional && (tools || !dev))
    .every(([name, { version }]) => present[name]?.version === version && existsSync(join(ROOT, name, 'package.json')));
}

/** None, when npm was stopped half-way. */
function installedPackages() {
  try {
    return JSON.parse(readFileSync(join(ROOT, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Compiles the sources to `dist` when one of them is newer. Takes a fraction of a second. */
export async function build() {
  const { build: compile } = await import('esbuild');
  const files = ['main.ts', ...SOURCES.flatMap((folder) => typescriptBelow(folder))];
  const stamp = join(ROOT, 'dist', '.built');
  const list = files.join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === list && !newer(files, statSync(stamp).mtimeMs)) return;
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  await compile({
    entryPoints: files.map((file) => join(ROOT, file)),
    outdir: join(ROOT, 'dist'),
    outbase: ROOT,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  });
  writeFileSync(stamp, list);
}

function newer(files, since) {
  return files.some((file) => statSync(join(ROOT, file)).mtimeMs > since);
}

function typescriptBelow(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length))
    .sort();
}
