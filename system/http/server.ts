import type { Express } from 'express';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
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

interface ListenOptions {
  /** See `CLOSE_MS`. */
  readonly closeMs?: number;
  /** What befalls the listening socket later: nobody waits for it any more, and unheard it would end the process. */
  readonly onError?: (failed: Error) => void;
}

/** @throws AppError `port_in_use`, `cannot_listen` */
export async function listen(
  app: Express,
  port: number,
  host: string,
  { closeMs = CLOSE_MS, onError = () => undefined }: ListenOptions = {},
): Promise<Listening> {
  const server = createServer(app);
  const traffic = trafficOf(server);
  // Slower than any honest client, faster than a slow-loris attack wants.
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    const refused = (failed: NodeJS.ErrnoException): void =>
      reject(
        failed.code === 'EADDRINUSE'
          ? portInUse({ values: { port, host } })
          : cannotListen({ values: { port, host, reason: failed.message }, cause: failed }),
      );
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused).on('error', onError);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server, traffic, closeMs) };
}

/** Who is connected, and what is being answered now. */
interface Traffic {
  readonly sockets: Set<Socket>;
  readonly answers: Set<ServerResponse>;
}

function trafficOf(server: Server): Traffic {
  const traffic: Traffic = { sockets: new Set(), answers: new Set() };
  server.on('connection', (socket) => {
    traffic.sockets.add(socket);
    socket.once('close', () => traffic.sockets.delete(socket));
  });
  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    traffic.answers.add(response);
    response.once('close', () => {
      traffic.answers.delete(response);
      if (!server.listening) setImmediate(() => endUnused(traffic));
    });
  });
  return traffic;
}

/** Browsers keep a connection after an answer, and open some before they ask anything. */
function endUnused({ sockets, answers }: Traffic): void {
  const used = new Set([...answers].map((answer) => answer.socket));
  for (const socket of sockets) if (!used.has(socket)) socket.destroySoon();
}

/** Never ends by itself. */
function isStream(answer: ServerResponse): boolean {
  return /^text\/event-stream/.test(String(answer.getHeader('content-type') ?? ''));
}

function close(server: Server, traffic: Traffic, closeMs: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), closeMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    for (const answer of traffic.answers) if (isStream(answer)) answer.end();
    endUnused(traffic);
  });
}
