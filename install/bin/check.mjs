#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, ROOT } from './prepare.mjs';

/** Format, lint, types, layers, file budget and language keys: everything that needs no database. */
await ensureDependencies({ tools: true });
const bin = (...parts) => join(ROOT, 'node_modules', ...parts);
const steps = [
  ['types', bin('typescript7', 'bin', 'tsc'), ['-p', ROOT]],
  ['format', bin('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
  ['lint', bin('eslint', 'bin', 'eslint.js'), ['.', '--max-warnings', '0']],
  [
    'layers',
    bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'main.ts',
      'system',
      'extension',
      'admin',
      'catalog',
      'language',
      'install',
    ],
  ],
  ['house rules', bin('jest', 'bin', 'jest.js'), ['tests/rules', '--silent']],
];
const failed = steps.filter(([name, program, args]) => {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: ROOT, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
