import { Command, InvalidArgumentError, Option } from 'commander';

export interface Options {
  readonly orders: number;
  readonly links: number;
  readonly saves: number;
  readonly latency: number;
  readonly notifications: number;
  /** Minutes; 0 leaves it out. */
  readonly soak: number;
  readonly database: 'all' | 'sqlite' | 'mariadb';
}

const SOAK_MINUTES = 10;

export function benchCommand(action: (options: Options) => Promise<void>): Command {
  return new Command('bench')
    .description(
      'Measures the built program with stand-ins for the provider and the mail server, all on this machine, on SQLite\n' +
        'and on MariaDB: the server of TEST_DATABASE_URL, else a private one where mariadbd is installed.',
    )
    .option('--orders <n>', 'orders in the shop for the pages', whole, 200_000)
    .option('--links <n>', 'payment links in the shop for the pages (as many as orders unless given)', whole)
    .option('--saves <n>', 'orders saved for the throughput', whole, 2000)
    .option('--latency <ms>', 'how long the provider takes', whole, 100)
    .option('--notifications <n>', 'notifications sent for the throughput', whole, 5000)
    .option('--soak [minutes]', `memory under a steady load, ${SOAK_MINUTES} minutes unless given`, whole, 0)
    .addOption(
      new Option('--database <which>', 'where to measure').choices(['all', 'sqlite', 'mariadb']).default('all'),
    )
    .action((given: Omit<Options, 'links' | 'soak'> & { links?: number; soak: number | boolean }) =>
      action({
        ...given,
        links: given.links ?? given.orders,
        soak: given.soak === true ? SOAK_MINUTES : Number(given.soak),
      }),
    );
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}
