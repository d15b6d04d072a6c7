import { connect } from 'node:net';

/** A request that is whole is answered within this, also on a busy machine. */
const PATIENCE_MS = 30_000;

/**
 * Sends bytes as they are, which no HTTP client would, and answers the status line's number; 0 when the server hung up
 * without a word, or, for bytes that may ask for nothing yet, said nothing for `silentMs`.
 * @throws Error when a server that has to answer says nothing.
 */
export function sendRaw(port: number, bytes: Buffer, silentMs: number | null = null): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const done = () => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0));
    };
    socket.setTimeout(silentMs ?? PATIENCE_MS, () => {
      if (silentMs !== null) return done();
      socket.destroy();
      reject(new Error(`no answer to ${JSON.stringify(bytes.toString('latin1').slice(0, 200))}`));
    });
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      if (heard.includes('\r\n\r\n')) done();
    });
    socket.on('error', (failed: NodeJS.ErrnoException) =>
      failed.code === 'ECONNRESET' || failed.code === 'EPIPE' ? done() : reject(failed),
    );
    socket.on('close', done);
    socket.write(bytes);
  });
}
