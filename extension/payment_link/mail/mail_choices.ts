import { forgetKept, kept } from '../../../system/db/kept';
import type { Db, Tx } from '../../../system/db/table';
import { STANDARD_CHOICE, type MailChoice, type MailChoices, type MailKind } from '../mail_port';
import { readState, writeState } from '../state';

/** What the owner decided about one kind of mail in one store, as it is kept. */
export interface StoredMailChoice {
  readonly enabled: boolean;
  /** By language; a language without own words uses the built-in ones. */
  readonly texts: Readonly<Record<string, MailWords>>;
}

export interface MailWords {
  readonly subject: string;
  readonly words: string;
}

/** What own words may hold; `catalog/mail/letter.ts` fills them. */
export const MAIL_PLACEHOLDERS = [
  'name',
  'customer',
  'shop',
  'order',
  'amount',
  'old',
  'expires',
  'status',
  'description',
] as const;

export const SUBJECT_LENGTH_MAX = 150;
export const WORDS_LENGTH_MAX = 2000;

const STANDARD: StoredMailChoice = { enabled: true, texts: {} };
const nameOf = (kind: MailKind, storeId: number): string => `mail_choice:${storeId}:${kind}`;

/** A store's own choice, else the default store's, else all mails on with the built-in words. */
export async function readMailChoice(db: Db, kind: MailKind, storeId: number): Promise<StoredMailChoice> {
  return kept(db, nameOf(kind, storeId), () => findMailChoice(db, kind, storeId));
}

async function findMailChoice(db: Db, kind: MailKind, storeId: number): Promise<StoredMailChoice> {
  const own = await readState<StoredMailChoice>(db, nameOf(kind, storeId));
  if (own !== null || storeId === 0) return own ?? STANDARD;
  return (await readState<StoredMailChoice>(db, nameOf(kind, 0))) ?? STANDARD;
}

export async function saveMailChoice(
  tx: Tx,
  kind: MailKind,
  storeId: number,
  choice: StoredMailChoice,
  now: number,
): Promise<void> {
  forgetKept(tx);
  await writeState(tx, nameOf(kind, storeId), choice, now);
}

/** For one language, as the mail job asks for it. */
export function choiceFor(stored: StoredMailChoice, language: string): MailChoice {
  const { subject, words } = stored.texts[language] ?? STANDARD_CHOICE;
  return { enabled: stored.enabled, subject, words };
}

export function mailChoices(db: Db): MailChoices {
  return {
    choiceOf: async (kind, storeId, language) => choiceFor(await readMailChoice(db, kind, storeId), language),
  };
}

/** Place-holders that nothing fills, as `{typed}`. */
export function unknownPlaceholders(text: string): string[] {
  const known = new Set<string>(MAIL_PLACEHOLDERS);
  return [...text.matchAll(/\{(\w+)\}/g)].filter(([, name]) => !known.has(name ?? '')).map(([whole]) => whole);
}
