import type { Command } from 'commander';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { neededPrivileges, readAccount } from '../../extension/opencart/attach/privileges';
import { systemClock } from '../../system/clock';
import { readConfig, type Config } from '../../system/config';
import type { Db } from '../../system/db/table';
import { readAppKey } from '../app_key';
import { addToShop } from '../attach/add';
import { notAttached } from '../attach/errors';
import { grantStatements, readStatement } from '../attach/grants';
import { confirmMove } from '../attach/identity';
import { connectPlainly, lookAtShop, type Look } from '../attach/look';
import { reportJson, reportLines } from '../attach/report';
import { hint, say, sayJson } from './terminal';

interface Options {
  readonly database?: string;
  readonly prefix?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly confirmMove?: boolean;
  readonly grants?: string;
}

export function addAttach(program: Command): void {
  program
    .command('attach')
    .summary('work beside a PHP OpenCart, on its database')
    .description(
      'Looks at the database of a PHP OpenCart 3 or 4, says what it found and exactly what it would add (tables of its ' +
        'own, nothing else), asks, and adds. Payment links are off until the owner switches them on.',
    )
    .option('--database <address>', 'mysql://user:password@host:port/database (default: DATABASE_URL)')
    .option(
      '--prefix <prefix>',
      'table prefix, DB_PREFIX in the shop’s config.php (default: DATABASE_PREFIX, else oc_)',
    )
    .option('--dry-run', 'look only')
    .option('--yes', 'add without asking')
    .option('--json', 'answer in JSON; adds only with --yes')
    .option('--confirm-move', 'this is the shop itself, on another server or address: go on with it')
    .option('--grants <user@host>', 'print, as SQL, what the database user that the program runs as must be given')
    .addHelpText(
      'after',
      '\nExamples:\n  payment-links attach --database mysql://shop:secret@127.0.0.1/opencart --dry-run\n' +
        '  PUBLIC_URL=https://shop.example/payment-links payment-links attach --database mysql://… --yes\n' +
        '  payment-links attach --database mysql://… --grants pl_run@localhost | mysql',
    )
    .action(attach);
}

async function attach(options: Options): Promise<void> {
  const config = attachedConfig(options);
  const db = connectPlainly(config);
  try {
    const look = await lookAtShop(db);
    if (options.grants !== undefined) return say(await grantsFor(db, look, options.grants));
    if (options.confirmMove === true) return await moved(db, config, look);
    if (options.json !== true) say(reportLines(look).join('\n'));
    const added = (await wanted(options, look)) ? await add(db, config) : null;
    if (options.json === true) sayJson({ ...reportJson(look), added });
    else say(added ? nextSteps(added.settingsCopied) : '\nNothing was changed.');
  } finally {
    await db.destroy();
  }
}

/** The environment, with what the command line says over it. */
export function attachedConfig(options: Pick<Options, 'database' | 'prefix'>): Config {
  return readConfig({
    ...process.env,
    SHOP: 'attached',
    ...(options.database === undefined ? {} : { DATABASE_URL: options.database }),
    ...(options.prefix === undefined ? {} : { DATABASE_PREFIX: options.prefix }),
  });
}

async function wanted(options: Options, { newTables }: Look): Promise<boolean> {
  if (options.dryRun === true || newTables.length === 0) return false;
  if (options.yes === true) return true;
  if (options.json === true) return false;
  return confirmed('\nAdd them?');
}

/** Where nobody can answer: no, and the shell is told that it was not done. */
export async function confirmed(question: string): Promise<boolean> {
  if (!stdin.isTTY) {
    hint('Nobody is there to answer; --yes answers for them.');
    process.exitCode = 1;
    return false;
  }
  const asking = createInterface({ input: stdin, output: stdout });
  const answer = await asking.question(`${question} [y/N] `);
  asking.close();
  return /^y(es)?$/i.test(answer.trim());
}

function add(db: Db, config: Config) {
  const appKey = readAppKey(config.appKey, config.dataDir);
  const publicUrlKnown = (process.env['PUBLIC_URL'] ?? '') !== '';
  return addToShop(db, systemClock, config, { appKey, publicUrlKnown });
}

/** Every statement of the documentation, for this database, its prefix and this user. */
async function grantsFor(db: Db, look: Look, user: string): Promise<string> {
  if (!look.attached) throw notAttached();
  const place = { database: (await readAccount(db)).database, user };
  const { running, entering } = await neededPrivileges(db);
  return [
    readStatement(place),
    ...grantStatements(running, place),
    '-- For orders that are entered here too:',
    ...grantStatements(entering, place),
  ].join('\n');
}

async function moved(db: Db, config: Config, look: Look): Promise<void> {
  if (!look.attached) throw notAttached();
  await confirmMove(db, systemClock, config);
  say(`From now on the shop is at home here: ${config.publicUrl}. A running program notices within seconds.`);
}

function nextSteps(copied: number): string {
  return [
    '',
    `Added.${copied > 0 ? ` ${copied} settings were copied from the MultiSafepay plugin.` : ''} Payment links are off.`,
    'Next: start with SHOP=attached and the same DATABASE_URL, log in at /admin with a user of the shop,',
    'and switch links on under Extensions → Payments → MultiSafepay → Options.',
    'A database user of its own for running: payment-links attach --grants <user@host> prints what it needs.',
  ].join('\n');
}
