import { requestInvalid } from './problems';

/** A place in the list of links: after the link with this number. Opaque, so that it may change. */
export function cursorAfter(linkId: number): string {
  return Buffer.from(`link:${linkId}`).toString('base64url');
}

/** @throws AppError `request_invalid` */
export function readCursor(cursor: string): number {
  const found = /^link:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!found) throw requestInvalid({ fields: { cursor: 'It must come from `next_cursor` of a page before.' } });
  return Number(found[1]);
}
