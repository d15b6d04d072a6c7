import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Router } from 'express';

export interface Listening {
  /** `http://127.0.0.1:<port>` and the path, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves one stand-in alone, as tests want it. Port 0 takes a free one. */
export async function listen(path: string, router: Router, port = 0): Promise<Listening> {
  const server = createServer(express().disable('x-powered-by').use(path, router));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}${path}`,
    close: () =>
      new Promise((resolve, reject) => {
        if (!server.listening) return resolve();
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
