import type { Express } from 'express';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineError } from '../errors';

export const portInUse = defineError(
  'port_in_use',
  500,
  'Port {port} is in use on {host}.',
  'Stop the other program, or start with another port: PORT=3001 npm start.',
);

export const cannotListen = defineError(
  'cannot_listen',
  500,
  'It is not possible to listen on {host}, port {port}: {reason}.',
  'HOST must be an address of this machine (127.0.0.1 for a proxy on it, 0.0.0.0 for all), PORT one that may be used.',
);

export interface Listening {
  /** The port really bound: `PORT=0` lets the system choose. */
  readonly port: number;
  /** Refuses new connections, lets running answers end, then closes. */
  close(): Promise<void>;
}

/** How long running answers may take when the program stops; event streams are cut at once. */
const CLOSE_MS = 5000;

/** @throws AppError `port_in_use`, `cannot_listen` */
export async function listen(app: Express, port: number, host: string): Promise<Listening> {
  const server = createServer(app);
  const streams = eventStreams(server);
  // Slower than any honest client, faster than a slow-loris attack wants.
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (failed: NodeJS.ErrnoException) =>
      reject(
        failed.code === 'EADDRINUSE'
          ? portInUse({ values: { port, host } })
          : cannotListen({ values: { port, host, reason: failed.message }, cause: failed }),
      ),
    );
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server, streams) };
}

/** Answers that never end by themselves, as far as they are being given now. */
function eventStreams(server: Server): () => ServerResponse[] {
  const running = new Set<ServerResponse>();
  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    running.add(response);
    response.once('close', () => running.delete(response));
  });
  return () => [...running].filter((one) => /^text\/event-stream/.test(String(one.getHeader('content-type') ?? '')));
}

function close(server: Server, streams: () => ServerResponse[]): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    for (const one of streams()) {
      const { socket } = one;
      one.once('finish', () => socket?.destroySoon());
      one.end();
    }
    server.closeIdleConnections();
  });
}
