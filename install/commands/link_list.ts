import { Option, type Command } from 'commander';
import { LINK_STATES, type LinkState } from '../../extension/payment_link/link/link';
import { linkJson } from '../../extension/payment_link/list/link_json';
import { countLinks, listLinks } from '../../extension/payment_link/list/link_lists';
import { amountText, stateText } from './link_told';
import { countFromOne, wholeNumber } from './stores';
import { hint, momentText, sayJson, sayTable } from './terminal';
import { withProgram } from './with_program';

interface Options {
  readonly state?: LinkState;
  readonly order?: number;
  readonly store?: number;
  readonly search?: string;
  readonly flagged?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

const COUNT_MOST = 10_000;
const HEAD = ['link', 'state', 'amount', 'order', 'customer', 'reference', 'made (UTC)', 'expires (UTC)'];

export function addLinkList(link: Command): void {
  link
    .command('list')
    .summary('list links, newest first')
    .description('Lists payment links, newest first.')
    .addOption(new Option('--state <state>', 'only those in this state').choices(LINK_STATES))
    .option('--order <id>', 'only those of this order', wholeNumber)
    .option('--store <id>', 'only those of this store', wholeNumber)
    .option('--search <text>', 'a reference, an e-mail address, the start of a name, a slug, or a pay address')
    .option('--flagged', 'only those that wait for a person')
    .option('--limit <n>', 'at most so many', countFromOne, 20)
    .option('--json', 'answer in JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  payment-links link list --state active\n  payment-links link list --flagged --json',
    )
    .action(list);
}

async function list(options: Options): Promise<void> {
  await withProgram(async ({ links: { db, publicUrl } }) => {
    const filter = filterOf(options);
    const page = { sort: 'created_at', descending: true, limit: options.limit, offset: 0 } as const;
    const links = await listLinks(db, filter, page);
    if (options.json === true) return sayJson(links.map((link) => linkJson(publicUrl, link)));
    const rows = links.map((link) => [
      String(link.linkId),
      stateText(link),
      amountText(link),
      link.orderId === null ? '' : String(link.orderId),
      link.customer || link.email,
      link.reference,
      momentText(link.createdAt),
      momentText(link.expiresAt),
    ]);
    sayTable(HEAD, rows, 'There are no such links.');
    const total = await countLinks(db, filter, COUNT_MOST);
    if (total > links.length) hint(`\n${links.length} of ${total > COUNT_MOST ? `more than ${COUNT_MOST}` : total}.`);
  });
}

function filterOf({ state, order, store, search, flagged }: Options) {
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(order === undefined ? {} : { orderId: order }),
    ...(store === undefined ? {} : { storeId: store }),
    ...(search === undefined ? {} : { text: search }),
    ...(flagged === undefined ? {} : { flagged }),
  };
}
