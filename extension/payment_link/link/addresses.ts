import type { Link } from './link_row';

/** The addresses a link lives at. `publicUrl` has no trailing slash. */
export function payAddress(publicUrl: string, link: Pick<Link, 'token'>): string {
  return `${publicUrl}/pay/${link.token}`;
}

/** What staff and programs hand on themselves: with the slug where one was chosen to be shared. */
export function openAddress(publicUrl: string, link: Pick<Link, 'token' | 'slug'>): string {
  return payAddress(publicUrl, { token: link.slug ?? link.token });
}

/** Where the provider sends the customer after paying. Proves nothing. */
export function returnAddress(publicUrl: string, link: Pick<Link, 'token'>): string {
  return `${payAddress(publicUrl, link)}/return`;
}

export function cancelAddress(publicUrl: string, link: Pick<Link, 'token'>): string {
  return `${payAddress(publicUrl, link)}/cancel`;
}

export function notifyAddress(publicUrl: string, link: Pick<Link, 'notifyToken' | 'gateway'>): string {
  return `${publicUrl}/notify/${link.gateway}/${link.notifyToken}`;
}

/** What customers are given: the shop's lasting address, or the provider's where the owner wants that. */
export function sharedAddress(publicUrl: string, link: Link, kind: 'own' | 'provider'): string {
  return kind === 'provider' && link.url !== null ? link.url : payAddress(publicUrl, link);
}

/** What staff copy and hand on: the short address where one was chosen for that. */
export function staffAddress(publicUrl: string, link: Link, kind: 'own' | 'provider'): string {
  return link.slug === null ? sharedAddress(publicUrl, link, kind) : openAddress(publicUrl, link);
}
