import type { Link } from '../../extension/payment_link/link/link_row';
import type { Shown } from './shown';

/** "j•••@example.com": enough to recognise one's own address, too little for anybody else. */
export function addressSaid({ facts: { order, link }, language: { texts } }: Shown): string {
  return isPrivate(link) ? masked(order?.email || link.email) : texts.address_on_file;
}

/**
 * A slug can be guessed, and who guesses it learns the token when the provider sends them back: neither address of
 * such a link tells anything of the customer.
 */
export function isPrivate(link: Pick<Link, 'slug'>): boolean {
  return link.slug === null;
}

export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return '•••';
  const [first = ''] = address;
  return `${first}•••${address.slice(at)}`;
}
