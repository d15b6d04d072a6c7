import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Clock } from '../clock';

/** Mails as files, one `.eml` each, newest name last. For the demo and for tests. */
export interface MailboxStore {
  /** Resolves when the mail is on the disk for good. */
  add(source: Buffer): Promise<string>;
  /** Newest first. */
  list(page: { readonly limit: number; readonly offset: number }): Promise<{ mails: StoredMail[]; total: number }>;
  /** Null when there is none of that id. */
  read(id: string): Promise<OpenedMail | null>;
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
}

export interface StoredMail {
  readonly id: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  /** UTC epoch ms. */
  readonly receivedAt: number;
  readonly messageId: string;
}

export interface OpenedMail extends StoredMail {
  /** With inline images as data: addresses; empty when the mail has no HTML. */
  readonly html: string;
  readonly text: string;
  readonly source: string;
}

/** `<epoch ms, 14 digits>-<random>`: sorts by time and can name no other file. */
const ID = /^\d{14}-[0-9a-f]{12}$/;

export function mailboxStore(directory: string, clock: Clock): MailboxStore {
  const fileOf = (id: string): string => join(directory, `${id}.eml`);
  const store: MailboxStore = {
    async add(source) {
      const id = `${String(clock.now()).padStart(14, '0')}-${randomBytes(6).toString('hex')}`;
      await mkdir(directory, { recursive: true });
      await writeDurably(directory, fileOf(id), source);
      return id;
    },
    async list({ limit, offset }) {
      const ids = await listIds(directory);
      const mails = await Promise.all(ids.slice(offset, offset + limit).map((id) => store.read(id)));
      return { mails: mails.filter((mail) => mail !== null), total: ids.length };
    },
    async read(id) {
      if (!ID.test(id)) return null;
      const source = await readFile(fileOf(id)).catch(whereMissing(null));
      return source && openMail(id, source);
    },
    async remove(id) {
      if (ID.test(id)) await unlink(fileOf(id)).catch(whereMissing(undefined));
    },
    async removeAll() {
      await Promise.all((await listIds(directory)).map((id) => store.remove(id)));
    },
  };
  return store;
}

/** Newest first. A directory that is not there yet is an empty mailbox. */
async function listIds(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(whereMissing<string[]>([]));
  return names
    .map((name) => name.replace(/\.eml$/, ''))
    .filter((id) => ID.test(id))
    .sort()
    .reverse();
}

/** What stands for a file or folder that is not there; every other failure goes on. */
function whereMissing<T>(instead: T): (failed: NodeJS.ErrnoException) => T {
  return (failed) => {
    if (failed.code === 'ENOENT') return instead;
    throw failed;
  };
}

/** On the disk under its final name, whole, even if the power fails the moment this resolves. */
async function writeDurably(directory: string, file: string, content: Buffer): Promise<void> {
  const draft = `${file}.part`;
  const handle = await open(draft, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  const folder = await open(directory, 'r');
  await folder.sync().finally(() => folder.close());
}

async function openMail(id: string, source: Buffer): Promise<OpenedMail> {
  const mail = await PostalMime.parse(source, { attachmentEncoding: 'base64' });
  const images = new Map(
    mail.attachments.map((one) => [
      one.contentId?.replace(/[<>]/g, ''),
      `data:${one.mimeType};base64,${String(one.content)}`,
    ]),
  );
  return {
    id,
    subject: mail.subject ?? '',
    from: mail.from?.address ?? '',
    to: (mail.to ?? []).map((party) => party.address ?? '').join(', '),
    receivedAt: Number(id.slice(0, 14)),
    messageId: mail.messageId ?? '',
    html: (mail.html ?? '').replace(/cid:([^"'\s>]+)/g, (whole, cid: string) => images.get(cid) ?? whole),
    text: mail.text ?? '',
    source: source.toString('utf8'),
  };
}
