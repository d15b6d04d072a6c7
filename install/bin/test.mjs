#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, ensureDependencies, ROOT } from './prepare.mjs';

/**
 * Runs every test and ends with the line `N passed, N failed`, counted from the runner's own results: first all of
 * them (the embedded shop on SQLite), then those of the database again on MariaDB, where one can be had.
 */
await ensureDependencies({ tools: true });
await build();
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'payment-links-test-'));
const database = startDatabase();
const wanted = process.argv.slice(2);
const runs = [jest('all', wanted, {})];
if (database.url !== null && wanted.length === 0) {
  const again = suitesOnDatabase();
  if (again.length > 0) runs.push(jest('mariadb', ['--runTestsByPath', ...again], { TEST_ON: 'mysql' }));
}
database.stop();
rmSync(folder, { recursive: true, force: true });
if (database.url === null)
  console.log('MariaDB is not on this machine: its suites did not run (apt-get install mariadb-server).');
const sum = (name) => runs.reduce((total, run) => total + run[name], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function jest(name, args, env) {
  const result = join(folder, `${name}.json`);
  const program = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(
    process.execPath,
    [program, '--json', `--outputFile=${result}`, '--forceExit', ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, ...(database.url === null ? {} : { TEST_DATABASE_URL: database.url }), ...env },
    },
  );
  const counted = count(result);
  // A run that ends badly with every test green (a worker that died, a handle left open) is one failure.
  return { ...counted, failed: status === 0 ? counted.failed : Math.max(counted.failed, 1) };
}

function count(result) {
  try {
    const json = JSON.parse(readFileSync(result, 'utf8'));
    // A suite that could not even start counts as one failure: none of its tests ran.
    const broken = json.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
    return {
      passed: json.numPassedTests,
      failed: json.numFailedTests + broken.length,
      skipped: json.numPendingTests + json.numTodoTests,
    };
  } catch {
    console.log('The tests could not be run.');
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Unit and contract suites that stand on the test database. */
function suitesOnDatabase() {
  const program = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [program, '--listTests', '--findRelatedTests', 'tests/support/database.ts'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return stdout.split('\n').filter((file) => /[\\/]tests[\\/](unit|contract)[\\/]/.test(file));
}

/** The server of TEST_DATABASE_URL, else a private MariaDB of this run, else none. */
function startDatabase() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => undefined };
  const data = mkdtempSync(join(folder, 'mariadb-'));
  const started = spawnSync('bash', [join(ROOT, 'tests', 'support', 'mariadb.sh'), data], { encoding: 'utf8' });
  const url = started.status === 0 ? started.stdout.trim() : '';
  if (url === '') return { url: null, stop: () => undefined };
  return { url, stop: () => stopServer(join(data, 'mariadb.pid')) };
}

function stopServer(pidFile) {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')));
  } catch (failed) {
    console.error(`The private MariaDB could not be stopped: ${failed.message}`);
  }
}
