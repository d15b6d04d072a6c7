import type { Command } from 'commander';
import { listJournalOfLinks } from '../../extension/payment_link/journal/journal';
import { linkJson, paymentJson, refundJson } from '../../extension/payment_link/list/link_json';
import { listPayments } from '../../extension/payment_link/settle/payments';
import { listRefunds } from '../../extension/payment_link/refund/refunds';
import { textsIn } from '../../language';
import { formatMoney } from '../../system/money';
import { linkNamed } from './find_link';
import { linkFacts } from './link_told';
import { momentText, say, sayFacts, sayJson, sayTable } from './terminal';
import { withProgram } from './with_program';

const JOURNAL_MOST = 50;
const STATES = textsIn('en-gb')['sale/payment_link'];

export function addLinkShow(link: Command): void {
  link
    .command('show <link>')
    .summary('everything about one link')
    .description(
      'Shows one link with its payments, refunds and journal. <link>: its number, reference, slug or pay address.',
    )
    .option('--json', 'answer in JSON')
    .addHelpText('after', '\nExamples:\n  payment-links link show 7\n  payment-links link show 42-1 --json')
    .action(show);
}

async function show(name: string, options: { json?: boolean }): Promise<void> {
  await withProgram(async ({ links }) => {
    const link = await linkNamed(links, name);
    const payments = await listPayments(links.db, link.linkId);
    const refunds = await listRefunds(links.db, link.linkId);
    const journal = (await listJournalOfLinks(links.db, [link.linkId], JOURNAL_MOST)).toReversed();
    if (options.json === true) {
      const lines = journal.map(({ event, actor, details, at }) => ({
        event,
        actor,
        details,
        at: new Date(at).toISOString(),
      }));
      return sayJson({
        ...linkJson(links.publicUrl, link),
        payments: payments.map(paymentJson),
        refunds: refunds.map(refundJson),
        journal: lines,
      });
    }
    sayFacts(linkFacts(links, link));
    for (const { amount, state, method, providerId, paidAt } of payments) {
      const facts = [STATES[`payment_${state}`], formatMoney(amount, 'en-GB'), method ?? '', providerId];
      say(`\nPayment  ${[...facts, momentText(paidAt)].filter((fact) => fact !== '').join(', ')}`);
    }
    for (const { amount, state, reason } of refunds) {
      say(`Refund   ${[STATES[`refund_${state}`], formatMoney(amount, 'en-GB'), reason].filter(Boolean).join(', ')}`);
    }
    say('');
    sayTable(
      ['when (UTC)', 'what', 'who'],
      journal.map(({ at, event, actor }) => [momentText(at), event, actor]),
      'Its journal is empty.',
    );
  });
}
