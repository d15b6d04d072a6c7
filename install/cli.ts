import { Command, CommanderError } from 'commander';
import { VERSION } from '../main';
import { COMMANDS } from './commands/index';
import { complain, heedReaders } from './commands/terminal';

/** What a shell is told: 0 done, 1 it could not be done, 2 the command was not understood. */
const FAILED = 1;
const MISUSED = 2;

/** The command line: `payment-links <command>`. */
export function run(args: readonly string[]): void {
  // Database, mailbox, keys and exports hold customers' data: what this program writes, this user alone reads.
  process.umask(0o077);
  heedReaders();
  program()
    .parseAsync([...args], { from: 'user' })
    .catch((failed: unknown) => {
      process.exitCode = exitCodeOf(failed);
      // What commander threw, it has printed already.
      if (!(failed instanceof CommanderError)) complain(failed);
    });
}

function program(): Command {
  const program = new Command('payment-links')
    .description('Payment links for orders that shop staff enter in the back office.')
    .version(VERSION, '--version', 'say the version')
    .helpOption('--help', 'say what a command does and takes')
    .helpCommand('help [command]', 'say what a command does and takes')
    .addHelpText('after', '\nThe environment says where: PORT, DATA_DIR, DATABASE_URL and more, see the README.')
    .exitOverride();
  for (const add of COMMANDS) add(program);
  for (const command of everyCommand(program)) {
    command.showHelpAfterError(`\`${nameOf(command)} --help\` says what there is.`);
  }
  return program;
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

function exitCodeOf(failed: unknown): number {
  if (!(failed instanceof CommanderError)) return FAILED;
  return failed.exitCode === 0 ? 0 : MISUSED;
}

if (require.main === module) run(process.argv.slice(2));
