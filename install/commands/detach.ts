import type { Command } from 'commander';
import { resolve } from 'node:path';
import { start } from '../../main';
import { detachShop } from '../attach/detach';
import { attachedConfig, confirmed } from './attach';
import { say, sayJson } from './terminal';
import { commandLog } from './with_program';

interface Options {
  readonly database?: string;
  readonly prefix?: string;
  readonly cancelOpen?: boolean;
  readonly leaveOpen?: boolean;
  readonly export?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export function addDetach(program: Command): void {
  program
    .command('detach')
    .summary('leave a PHP OpenCart as it was before attach')
    .description(
      'Writes down every link, payment and refund, then removes what attach added. Refuses while links are open, ' +
        'unless told what becomes of them. The history lines in the shop’s orders stay.',
    )
    .option('--database <address>', 'mysql://user:password@host:port/database (default: DATABASE_URL)')
    .option('--prefix <prefix>', 'table prefix (default: DATABASE_PREFIX, else oc_)')
    .option('--cancel-open', 'close open links at the provider first')
    .option('--leave-open', 'leave open links payable; nobody follows their payments then')
    .option(
      '--export <path>',
      'a new file ending in .jsonl, or a folder for CSV files (default: payment-links-<date>.jsonl in the current folder)',
    )
    .option('--yes', 'remove without asking')
    .option('--json', 'answer in JSON; removes only with --yes')
    .addHelpText('after', '\nExample:\n  payment-links detach --database mysql://… --cancel-open --export links.jsonl')
    .action(detach);
}

async function detach(options: Options): Promise<void> {
  const exportPath = resolve(options.export ?? `payment-links-${new Date().toISOString().slice(0, 10)}.jsonl`);
  const config = attachedConfig(options);
  if (options.yes !== true && (options.json === true || !(await confirmed(question(config.databaseUrl, exportPath))))) {
    return options.json === true ? sayJson({ removed: false }) : say('Nothing was removed.');
  }
  const program = await start(config, { serve: false, work: false, log: commandLog() });
  try {
    const openLinks = options.cancelOpen === true ? 'cancel' : options.leaveOpen === true ? 'leave' : 'refuse';
    const written = await detachShop(program.links, { openLinks, exportPath });
    if (options.json === true) return sayJson({ removed: true, export: exportPath, ...written });
    const { links, payments, refunds } = written;
    say(`Removed. ${links} links, ${payments} payments and ${refunds} refunds are in ${exportPath}.`);
  } finally {
    await program.stop();
  }
}

function question(databaseUrl: string, exportPath: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `Remove the tables of this program from ${host}${pathname}, after writing what is in them to ${exportPath}?`;
}
