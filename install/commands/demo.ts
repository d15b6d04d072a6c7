import type { Command } from 'commander';
import { systemClock } from '../../system/clock';
import { readConfig } from '../../system/config';
import { seedDemo, demoRefused } from '../demo/demo';
import { openShop } from '../open_shop';
import { say } from './terminal';
import { commandLog } from './with_program';

export function addDemo(program: Command): void {
  program
    .command('demo')
    .summary('put demo data into the embedded shop')
    .description(
      'Puts products, customers, coupons and settings to try payment links with into the embedded shop, once: what ' +
        'was deleted does not come back. Refused on a database that this program did not make.',
    )
    .addHelpText('after', '\nExample:\n  DATA_DIR=/tmp/try payment-links demo')
    .action(fillShop);
}

async function fillShop(): Promise<void> {
  const config = readConfig(process.env);
  if (config.shop === 'attached') throw demoRefused();
  const clock = systemClock;
  const { db, appKey } = await openShop({ ...config, demo: false }, clock, commandLog());
  try {
    const written = await seedDemo(db, { clock, appKey });
    say(written ? 'Demo data were put into the shop.' : 'Nothing was done: this shop has had its demo data.');
  } finally {
    await db.destroy();
  }
}
