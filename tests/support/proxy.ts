import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Proxy {
  /** `http://localhost:41234` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A web server that passes a folder of its domain on, as nginx does: addresses as they are, or (`strips`) without the
 * folder. Every other address of the domain is none of ours: 418, so that nothing that strays there goes unseen.
 */
export async function proxyTo(target: () => number, folder: string, strips: boolean): Promise<Proxy> {
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    if (!path.startsWith(`${folder}/`)) return void outgoing.writeHead(418).end('not of this folder');
    const { method, headers, socket } = incoming;
    const onward = send(
      {
        ...{ host: '127.0.0.1', port: target(), method },
        path: strips ? path.slice(folder.length) : path,
        headers: { ...headers, 'x-forwarded-for': socket.remoteAddress, 'x-forwarded-proto': 'http' },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => end(server) };
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
