import type { Db } from '../../../system/db/table';
import { defineError } from '../../../system/errors';
import type { Link } from '../link/link_row';
import { findLink } from '../link/links';
import { findOnce, type OnceKey, type TakenBefore } from './once_keys';
import { linkNotFound } from '../person/person_errors';

export const onceKeyReused = defineError(
  'idempotency_key_reused',
  422,
  'This idempotency key was used before for something else.',
  'Send a new key with a new wish, and the same key only to repeat the same wish.',
);

/** The link that the first wish under this key made; null when this is the first. @throws AppError */
export async function linkOfOnce(db: Db, once: OnceKey): Promise<Link | null> {
  const before = await findOnce(db, once.key);
  return before && madeBefore(db, once, before);
}

/** @throws AppError `idempotency_key_reused`, `link_not_found` */
export async function madeBefore(db: Db, once: OnceKey, before: TakenBefore): Promise<Link> {
  if (before.fingerprint !== once.fingerprint) throw onceKeyReused();
  const link = before.linkId === null ? null : await findLink(db, before.linkId);
  if (!link) throw linkNotFound();
  return link;
}
