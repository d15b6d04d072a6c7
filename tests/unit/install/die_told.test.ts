import { spawnSync } from 'node:child_process';
import { built } from '../../support/built';

test('what nobody caught ends the process with 1, and the log tells it without the values in it', () => {
  const code = `
    const { dieTold } = require(${JSON.stringify(built('install/commands/run_until_stopped.js'))});
    const { createLog } = require(${JSON.stringify(built('system/log.js'))});
    dieTold(createLog('info'));
    Promise.reject(new Error('insert into oc_customer values (ann@shop.example) - no space left'));
    setTimeout(() => undefined, 60_000);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toContain('an error that nobody expected ends the process');
  expect(stdout).toContain('no space left');
  expect(stdout + stderr).not.toContain('ann@shop.example');
});
