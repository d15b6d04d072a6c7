import type { PaymentLinks } from '../../extension/payment_link/context';
import { listLinks } from '../../extension/payment_link/list/link_lists';
import type { Link } from '../../extension/payment_link/link/link_row';
import { findLink } from '../../extension/payment_link/link/links';
import { defineError } from '../../system/errors';

export const noSuchLink = defineError(
  'no_such_link',
  404,
  'There is no link {name}.',
  '`payment-links link list` shows their numbers, references and customers.',
);

/** By its number, its reference, its slug, or its pay address: then the newest attempt. @throws AppError `no_such_link` */
export async function linkNamed({ db }: PaymentLinks, name: string): Promise<Link> {
  const byNumber = /^\d{1,9}$/.test(name) ? await findLink(db, Number(name)) : null;
  if (byNumber) return byNumber;
  const page = { sort: 'created_at', descending: true, limit: 10, offset: 0 } as const;
  const found = await listLinks(db, { text: name }, page);
  const token = name.split('/').at(-1) ?? name;
  const link = found.find((one) => one.reference === name || one.token === token || one.slug === token.toLowerCase());
  if (!link) throw noSuchLink({ values: { name } });
  return link;
}
