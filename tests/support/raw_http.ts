import { connect } from 'node:net';

/**
 * Sends bytes as they are, which no HTTP client would, and answers the status line's number; 0 when the server hung up
 * without a word.
 */
export function sendRaw(port: number, bytes: Buffer, waitMs = 2000): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const done = () => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0));
    };
    socket.setTimeout(waitMs, done);
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
