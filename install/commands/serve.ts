import type { Command } from 'commander';
import { stdout } from 'node:process';
import type { Program } from '../../main';
import type { Config } from '../../system/config';
import { hostFromHere } from '../../system/http/client_address';
import { keepPassword } from '../open_shop';
import { runUntilStopped } from './run_until_stopped';
import { say } from './terminal';

export function addServe(program: Command): void {
  program
    .command('serve')
    .summary('answer HTTP and run jobs')
    .description(
      'Answers HTTP (admin, pay pages, notifications, API) and runs the jobs: links, mails, expiry, sweeps. ' +
        'Ready when GET /health answers 200. Stops cleanly on SIGTERM and SIGINT.',
    )
    .option('--no-work', 'answer HTTP only; another process runs the jobs')
    .addHelpText('after', '\nExamples:\n  payment-links serve\n  PORT=8080 payment-links serve --no-work')
    .action((options: { work: boolean }) => runUntilStopped({ serve: true, work: options.work }, greet));
}

function greet(config: Config, program: Program): void {
  const base = `http://${hostFromHere(config.host)}:${program.port ?? config.port}${config.basePath}`;
  const lines = [...config.warnings.map((warning) => `Warning: ${warning}`), '', `  Admin    ${base}/admin`];
  if (config.demo) lines.push(`  Mailbox  ${base}/mailbox`, `  Sandbox  ${base}/sandbox/multisafepay`);
  if (program.generatedPassword !== null) lines.push('', ...passwordLines(config, program.generatedPassword));
  if (config.demo) lines.push('', '  Demo: payments go to the sandbox, mails to the mailbox.');
  say(`${lines.join('\n')}\n`);
}

function passwordLines(config: Config, password: string): string[] {
  if (stdout.isTTY) return [`  Log in as admin with the password ${password} (shown this once)`];
  return [`  Log in as admin; the password is in ${keepPassword(config.dataDir, password)}`];
}
