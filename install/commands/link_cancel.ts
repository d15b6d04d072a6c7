import type { Command } from 'commander';
import { cancelLink } from '../../extension/payment_link/person/person_actions';
import { linkNamed } from './find_link';
import { say } from './terminal';
import { BY_COMMAND, withProgram } from './with_program';

export function addLinkCancel(link: Command): void {
  link
    .command('cancel <link>')
    .summary('close a link')
    .description(
      'Closes a link here and at the provider, even when a payment is on its way; money that has arrived is kept. ' +
        '<link>: its number, reference, slug or pay address.',
    )
    .addHelpText('after', '\nExample:\n  payment-links link cancel 42-1')
    .action(cancel);
}

async function cancel(name: string): Promise<void> {
  await withProgram(async ({ links }) => {
    const link = await linkNamed(links, name);
    await cancelLink(links, link.linkId, BY_COMMAND);
    say(`Link ${link.linkId} (${link.reference}) is being closed.`);
  });
}
