#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, ensureDependencies, ROOT } from './prepare.mjs';

/** Runs every test and ends with the line `N passed, N failed`, counted from the runner's own result. */
ensureDependencies();
await build();
const folder = mkdtempSync(join(tmpdir(), 'payment-links-test-'));
const result = join(folder, 'result.json');
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const args = [jest, '--json', `--outputFile=${result}`, '--forceExit', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
const counted = readResult();
rmSync(folder, { recursive: true, force: true });
for (const line of counted.missing) console.log(line);
const { passed, failed, skipped } = counted;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(status === 0 && failed === 0 && passed > 0 ? 0 : 1);

function readResult() {
  try {
    const json = JSON.parse(readFileSync(result, 'utf8'));
    // A suite that could not even start counts as one failure: none of its tests ran.
    const broken = json.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
    return {
      passed: json.numPassedTests,
      failed: json.numFailedTests + broken.length,
      skipped: json.numPendingTests + json.numTodoTests,
      missing: [],
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, missing: ['The tests could not be run.'] };
  }
}
