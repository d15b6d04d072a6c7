#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { ensureDependencies, ROOT } from './prepare.mjs';

await ensureDependencies({ tools: true });
const child = spawn(process.execPath, ['--import', 'tsx', '--watch', 'install/cli.ts', 'serve'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, VIEW_RELOAD: '1', NODE_ENV: 'development' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
