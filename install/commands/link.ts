import type { Command } from 'commander';
import { addLinkCancel } from './link_cancel';
import { addLinkCreate } from './link_create';
import { addLinkImport } from './link_import';
import { addLinkList } from './link_list';
import { addLinkShow } from './link_show';

export function addLink(program: Command): void {
  const link = program
    .command('link')
    .summary('make, list, show, cancel and import payment links')
    .description('Makes payment links for orders and without one, lists and shows them, cancels and imports them.')
    .addHelpText(
      'after',
      `
Examples:
  payment-links link create --order 42
  payment-links link create --amount 12.50 --currency EUR --description "Spare key" --email jan@example.com
  payment-links link list --state active
  payment-links link show 7`,
    );
  for (const add of [addLinkCreate, addLinkList, addLinkShow, addLinkCancel, addLinkImport]) add(link);
}
