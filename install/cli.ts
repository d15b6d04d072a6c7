import { Command } from 'commander';
import { stdout } from 'node:process';
import { start, VERSION, type Program } from '../main';
import { ConfigError, readConfig, type Config } from '../system/config';
import { AppError } from '../system/errors';
import { keepPassword } from './open_shop';

/** The command line: `payment-links <command>`. */
export function run(args: readonly string[]): void {
  const program = new Command('payment-links')
    .description('Payment links for orders that shop staff enter in the back office')
    .version(VERSION)
    .showHelpAfterError();
  program
    .command('serve')
    .description('answer HTTP and run jobs')
    .option('--no-work', 'answer HTTP only; another process works')
    .action(async (options: { work: boolean }) => serve({ serve: true, work: options.work }));
  program
    .command('work')
    .description('run jobs only')
    .action(async () => serve({ serve: false, work: true }));
  program.parseAsync([...args], { from: 'user' }).catch(fail);
}

async function serve(roles: { serve: boolean; work: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const program = await start(config, roles);
  greet(config, program);
  stopOnSignal(program);
}

function greet(config: Config, program: Program): void {
  const lines = config.warnings.map((warning) => `Warning: ${warning}`);
  if (program.port !== null) {
    const base = `http://${config.host}:${program.port}${config.basePath}`;
    lines.push('', `  Admin    ${base}/admin`);
    if (config.demo) lines.push(`  Mailbox  ${base}/mailbox`, `  Sandbox  ${base}/sandbox/multisafepay`);
  }
  if (program.generatedPassword !== null) lines.push('', ...passwordLines(config, program.generatedPassword));
  if (config.demo) lines.push('', '  Demo: payments go to the sandbox, mails to the mailbox.');
  console.log(`${lines.join('\n')}\n`);
}

function passwordLines(config: Config, password: string): string[] {
  if (stdout.isTTY) return [`  Log in as admin with the password ${password} (shown this once)`];
  return [`  Log in as admin; the password is in ${keepPassword(config.dataDir, password)}`];
}

function stopOnSignal(program: Program): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      program.stop().then(() => process.exit(0), fail);
    });
  }
}

/** One message with the remedy; a stack only for what nobody expected. */
export function fail(failed: unknown): void {
  if (failed instanceof AppError) {
    console.error(`${failed.message}${failed.details.remedy ? `\n${failed.details.remedy}` : ''}`);
  } else if (failed instanceof ConfigError) console.error(failed.message);
  else console.error(failed);
  process.exit(1);
}

if (require.main === module) run(process.argv.slice(2));
