import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one_at_a_time.mjs';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built program. What is built lies beside it, named after its process, until it is whole. */
const DIST = join(ROOT, 'dist');
/** Whose turn it is to change what all processes of this folder run. */
const TURNS = join(ROOT, 'dist.turns');

const SOURCES = ['system', 'extension', 'admin', 'catalog', 'language', 'install', 'bench'];

/**
 * Installs the dependencies when they are missing or not those of the lock file. `tools`: those of tests and checks
 * are needed too.
 */
export async function ensureDependencies({ tools = false } = {}) {
  if (isTooOld(process.versions.node)) {
    console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (upToDate(tools)) return;
  const installed = await inTurn(async () => upToDate(tools) || (await install()) === 0);
  if (installed) return;
  console.error('The dependencies could not be installed; see the lines above.');
  process.exit(1);
}

function install() {
  console.error('Installing the dependencies …');
  const npm = spawn('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    npm.once('error', (failed) => {
      console.error(`npm could not be run: ${failed.message}`);
      resolve(1);
    });
    npm.once('exit', (code) => resolve(code ?? 1));
  });
}

/** A folder that cannot be written ends the program with a sentence. */
async function inTurn(work) {
  try {
    return await oneAtATime(TURNS, work);
  } catch (failed) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(failed.code)) throw failed;
    console.error(`The program cannot be prepared in ${ROOT}: ${failed.message}`);
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

/**
 * Compiles the sources to `dist` when they are not those that it was made of. Takes a fraction of a second. Whoever
 * runs `dist` meanwhile, or is killed while compiling, finds it whole: as it was, or as it will be.
 */
export async function build() {
  if (isBuilt(listSources())) return;
  await inTurn(async () => {
    // What changes while it is compiled differs from this list, and is seen by the next start.
    const sources = listSources();
    if (isBuilt(sources)) return;
    for (const name of readdirSync(ROOT)) if (/^dist\.\d+(\.old)?$/.test(name)) remove(join(ROOT, name));
    const fresh = `${DIST}.${process.pid}`;
    await compile(Object.keys(sources), fresh);
    writeFileSync(join(fresh, '.built'), JSON.stringify(sources));
    replace(fresh);
  });
}

async function compile(files, outdir) {
  const { build: compileAll } = await import('esbuild');
  await compileAll({
    entryPoints: files.map((file) => join(ROOT, file)),
    outdir,
    outbase: ROOT,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  });
}

function replace(fresh) {
  const old = `${fresh}.old`;
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(fresh, DIST);
  remove(old);
}

/** Files may still appear in what a killed process left: its compiler ends a moment later. */
function remove(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function isBuilt(sources) {
  try {
    return readFileSync(join(DIST, '.built'), 'utf8') === JSON.stringify(sources);
  } catch {
    return false;
  }
}

/** Each source with its size and time: an older version that is put back, times and all, is another program too. */
function listSources() {
  const files = ['main.ts', ...SOURCES.flatMap((folder) => typescriptBelow(folder))];
  return Object.fromEntries(
    files.map((file) => {
      const { size, mtimeMs } = statSync(join(ROOT, file));
      return [file, `${size} ${mtimeMs}`];
    }),
  );
}

function typescriptBelow(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length))
    .sort();
}
