import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { Log } from '../log';
import type { MailboxStore } from './mailbox_store';

export interface MailboxServer {
  /** `smtp://127.0.0.1:<port>` */
  readonly url: string;
  close(): Promise<void>;
}

/** A demo mail with its QR code is 20 kB; this leaves room and bounds memory. */
const SIZE_MAX = 5 * 1024 * 1024;

/**
 * A mail server on this machine for the demo: takes every mail from this machine, delivers none. It says 250 only
 * when the mail is on the disk. `port` 0 takes a free one.
 */
export async function startMailbox(store: MailboxStore, log: Log, port = 0): Promise<MailboxServer> {
  const { SMTPServer } = await import('smtp-server');
  const server = new SMTPServer({
    name: 'mailbox.localhost',
    banner: 'demo mailbox, delivers nothing',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: SIZE_MAX,
    logger: false,
    onData: (stream, _session, done) => {
      keep(stream, store).then(
        () => done(),
        (failed: unknown) => done(refusal(failed, log)),
      );
    },
  });
  server.on('error', (failed) => log.warn({ err: failed }, 'the demo mailbox had a problem'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(stream: Readable & { sizeExceeded?: boolean }, store: MailboxStore): Promise<void> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= SIZE_MAX) parts.push(part);
  }
  if (size > SIZE_MAX || stream.sizeExceeded) throw Object.assign(new Error('mail too large'), { responseCode: 552 });
  await store.add(Buffer.concat(parts));
}

function refusal(failed: unknown, log: Log): Error {
  log.warn({ err: failed }, 'the demo mailbox could not keep a mail');
  const { responseCode } = failed as { responseCode?: number };
  return Object.assign(new Error('the mail could not be kept'), { responseCode: responseCode ?? 451 });
}
