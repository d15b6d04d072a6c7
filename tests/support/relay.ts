import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A port that leads to another one, until it is cut: then nobody listens there. */
export interface Relay {
  readonly port: number;
  down(): Promise<void>;
  /** Does nothing when it is up. */
  up(): Promise<void>;
}

export async function relayTo(target: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;
  const up = async () => {
    if (server?.listening) return;
    server = createServer((incoming) => {
      const outgoing = connect(target, '127.0.0.1');
      for (const socket of [incoming, outgoing]) {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
      }
      incoming.pipe(outgoing).pipe(incoming);
    });
    const listening = server;
    await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
    port = (listening.address() as AddressInfo).port;
  };
  await up();
  return {
    port,
    up,
    async down() {
      const closing = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
      for (const socket of sockets) socket.destroy();
      await closing;
    },
  };
}
