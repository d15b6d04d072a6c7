import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { stdout } from 'node:process';
import type { Program } from '../../main';
import type { Config } from '../../system/config';
import { hostFromHere } from '../../system/http/client_address';
import { passwordFile, removePasswordFile } from '../password_file';
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
  lines.push(...passwordLines(config, program.generatedPassword));
  if (config.demo) lines.push('', '  Demo: payments go to the sandbox, mails to the mailbox.');
  say(`${lines.join('\n')}\n`);
}

/** One that was just made up is shown; one that nobody was shown yet is still in its file. */
function passwordLines({ dataDir }: Config, made: string | null): string[] {
  if (made !== null && stdout.isTTY) {
    removePasswordFile(dataDir);
    return ['', `  Log in as admin with the password ${made} (shown this once)`];
  }
  const file = passwordFile(dataDir);
  return existsSync(file) ? ['', `  Log in as admin; the password is in ${file}`] : [];
}
