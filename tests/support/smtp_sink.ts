import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import PostalMime, { type Email } from 'postal-mime';

export interface Caught {
  readonly from: string;
  readonly to: string[];
  readonly source: string;
  readonly mail: Email;
}

export interface SmtpSink {
  readonly port: number;
  readonly url: string;
  /** Every mail that was taken with a 250, in order. */
  readonly caught: Caught[];
  close(): Promise<void>;
}

/** A real mail server on a free port that keeps what it takes. `options` change its manners. */
export async function smtpSink(options: SMTPServerOptions = {}, port = 0): Promise<SmtpSink> {
  const caught: Caught[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const source = Buffer.concat(parts);
        const keep = (mail: Email): void => {
          const { mailFrom, rcptTo } = session.envelope;
          caught.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map((one) => one.address),
            source: source.toString('utf8'),
            mail,
          });
          done();
        };
        PostalMime.parse(source).then(keep, done);
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const taken = (server.server.address() as AddressInfo).port;
  return {
    port: taken,
    url: `smtp://127.0.0.1:${taken}`,
    caught,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Speaks SMTP up to the end of the mail's text, then drops the connection instead of answering. */
export async function smtpThatForgetsToAnswer(): Promise<{ port: number; taken(): number; close(): Promise<void> }> {
  let taken = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let inData = false;
    let end = '';
    socket.on('error', () => undefined);
    socket.write('220 forgetful\r\n');
    socket.on('data', (part: Buffer) => {
      const text = part.toString('latin1');
      if (inData) {
        end = (end + text).slice(-5);
        if (end !== '\r\n.\r\n') return;
        taken++;
        socket.destroy();
      } else if (text.startsWith('DATA')) {
        inData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 fine\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => taken,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A port nobody listens on. */
export async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
