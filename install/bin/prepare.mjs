import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const SOURCES = ['system', 'extension', 'admin', 'catalog', 'language', 'install', 'bench'];

/** Installs the dependencies when they are missing or not those of the lock file. */
export function ensureDependencies() {
  if (upToDate()) return;
  console.error('Installing the dependencies …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error('The dependencies could not be installed; see the lines above.');
    process.exit(1);
  }
}

/** npm leaves its own copy of the lock file; the same packages and versions mean there is nothing to do. */
function upToDate() {
  if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) return false;
  const read = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  const wanted = read('package-lock.json');
  const present = read('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || present[name]?.version === version,
  );
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
