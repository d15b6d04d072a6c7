import { InvalidArgumentError, Option, type Command } from 'commander';
import { askForLink } from '../../extension/payment_link/make/ask_link';
import type { PaymentLinks } from '../../extension/payment_link/context';
import { createFreeLink } from '../../extension/payment_link/free/free_link';
import { linkJson } from '../../extension/payment_link/list/link_json';
import type { Link } from '../../extension/payment_link/link/link_row';
import { readTyped } from '../../extension/payment_link/free/typed_free_link';
import { defineError } from '../../system/errors';
import { linkFacts, waitForLink } from './link_told';
import { wholeNumber } from './stores';
import { hint, sayFacts, sayJson } from './terminal';
import { BY_COMMAND, withProgram } from './with_program';

export const linkNotSaid = defineError(
  'link_not_said',
  422,
  'Say what the link is for: an order, or an amount with its currency and a description.',
  'For example `--order 42`, or `--amount 12.50 --currency EUR --description "Spare key"`.',
);
export const linkNotMade = defineError('link_not_made', 409, 'The provider refused the link. {failure}', '{remedy}');

interface Options {
  readonly order?: number;
  readonly amount?: string;
  readonly currency?: string;
  readonly description?: string;
  readonly email?: string;
  readonly name?: string;
  readonly slug?: string;
  readonly language: string;
  readonly store: number;
  readonly lifetime?: number;
  readonly mail: boolean;
  readonly wait: number;
  readonly json?: boolean;
}

const NOT_WITH_ORDER = ['amount', 'currency', 'description', 'email', 'name', 'slug', 'language', 'store'];

export function addLinkCreate(link: Command): void {
  link
    .command('create')
    .summary('make a link')
    .description(
      'Makes a payment link for an order, or one without an order for an amount. A running server or worker asks the ' +
        'provider and mails the customer; the address is good at once.',
    )
    .addOption(new Option('--order <id>', 'the order it is for').argParser(wholeNumber).conflicts(NOT_WITH_ORDER))
    .option('--amount <amount>', 'without an order: how much, such as 12.50')
    .option('--currency <code>', 'in which currency, such as EUR')
    .option('--description <text>', 'what it is for; the customer reads it')
    .option('--email <address>', 'whom the link is mailed to')
    .option('--name <name>', 'the name of who pays')
    .option('--language <code>', 'the language of the mail and the pay page', 'en-gb')
    .option('--slug <words>', 'an address of its own, /pay/<words>, such as spare-key; it can be guessed')
    .option('--store <id>', 'the store it belongs to', wholeNumber, 0)
    .option('--lifetime <time>', 'how long it lives, such as 14d or 12h; else as the settings say', lifetimeSeconds)
    .option('--no-mail', 'mail nobody')
    .option('--wait <seconds>', 'how long to wait for the provider', wholeNumber, 5)
    .option('--json', 'answer in JSON')
    .addHelpText(
      'after',
      `
Examples:
  payment-links link create --order 42
  payment-links link create --amount 12.50 --currency EUR --description "Spare key" \\
    --email jan@example.com --language nl-nl --lifetime 14d`,
    )
    .action(create);
}

async function create(options: Options): Promise<void> {
  await withProgram(async ({ links }) => {
    const link = await waitForLink(links, await make(links, options), options.wait);
    if (link.state === 'failed') {
      throw linkNotMade({ values: { failure: link.failure ?? '', remedy: link.remedy ?? 'Look at `link show`.' } });
    }
    if (options.json === true) sayJson(linkJson(links.publicUrl, link));
    else sayFacts(linkFacts(links, link));
    if (link.state !== 'requested') return;
    hint('\nThe provider has not been asked yet: `payment-links serve` or `work` does so as soon as it runs.');
  });
}

async function make(links: PaymentLinks, options: Options): Promise<Link> {
  const { order, amount, currency, description, email = '', name = '', language, store, lifetime, mail } = options;
  const life = lifetime === undefined ? {} : { lifetimeSeconds: lifetime };
  const slug = options.slug === undefined ? {} : { slug: options.slug };
  if (order !== undefined) return askForLink(links, { orderId: order, mail, ...life }, BY_COMMAND);
  if (amount === undefined || currency === undefined || description === undefined) throw linkNotSaid();
  const typed = readTyped({ storeId: store, amount, currency, description, email, name, language, ...life, ...slug });
  return createFreeLink(links, { ...typed, mail }, BY_COMMAND);
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };

function lifetimeSeconds(text: string): number {
  const [, count = '', unit = 'd'] = /^(\d{1,8})([dhms])$/.exec(text) ?? [];
  if (count === '') throw new InvalidArgumentError('It must be a number with a unit: 14d, 12h, 90m or 3600s.');
  return Number(count) * (UNIT_SECONDS[unit] ?? 1);
}
