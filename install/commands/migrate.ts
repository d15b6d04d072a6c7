import type { Command } from 'commander';
import { systemClock } from '../../system/clock';
import { readConfig } from '../../system/config';
import { connect } from '../../system/db/connect';
import { assertAttached } from '../attach/look';
import { appliedMigrations, migrate } from '../migrations/migrate';
import { assertReachable } from '../reachable';
import { assertOwnDatabase } from '../refusal';
import { momentText, say, sayJson, sayTable } from './terminal';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .summary('bring the database to this version')
    .description(
      'Brings the tables of the database to this version and says what was applied. Every start on the embedded ' +
        'shop does the same; run it by itself before starting several processes, or to see what an upgrade did. ' +
        'With SHOP=attached it is run by hand, once the shop was attached.',
    )
    .option('--json', 'answer in JSON')
    .addHelpText('after', '\nExamples:\n  payment-links migrate\n  payment-links migrate --json')
    .action(migrateDatabase);
}

async function migrateDatabase(options: { json?: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const db = connect({ url: config.databaseUrl, tablePrefix: config.databasePrefix });
  try {
    await assertReachable(db);
    await (config.shop === 'embedded' ? assertOwnDatabase(db) : assertAttached(db));
    const applied = await migrate(db, config.shop, systemClock);
    const known = (await appliedMigrations(db)).map((row) => ({ name: row.name, appliedAt: Number(row.applied_at) }));
    if (options.json === true) return sayJson({ applied, migrations: known });
    const rows = known.map((row) => [row.name, momentText(row.appliedAt), applied.includes(row.name) ? 'now' : '']);
    sayTable(['migration', 'applied (UTC)', ''], rows, 'There are no migrations.');
    say(applied.length === 0 ? '\nNothing was due.' : `\nApplied ${applied.length} of ${known.length} just now.`);
  } finally {
    await db.destroy();
  }
}
