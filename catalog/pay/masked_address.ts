import type { PayFacts } from './pay_facts';

/** "j•••@example.com": enough to recognise one's own address, too little for anybody else. */
export function maskedAddress({ order, link }: Pick<PayFacts, 'order' | 'link'>): string {
  return masked(order?.email || link.email);
}

export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return '•••';
  const [first = ''] = address;
  return `${first}•••${address.slice(at)}`;
}
