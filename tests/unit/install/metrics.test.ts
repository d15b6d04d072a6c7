import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { metricsRoute } from '../../../install/metrics';
import type { Config } from '../../../system/config';
import type { Db } from '../../../system/db/table';
import { putJob } from '../../../system/outbox/jobs';
import { freshDatabase } from '../../support/database';

describe('/metrics', () => {
  const now = 1_000_000;
  let db: Db;
  let destroy: () => Promise<void>;
  let server: Server;
  let url: string;
  let config: Config;
  beforeEach(async () => {
    ({ db, destroy } = await freshDatabase());
    config = { metricsToken: 'token', publicUrl: 'https://shop.example', trustProxy: 1 } as Config;
    const app = express().set('trust proxy', 1);
    app.get('/metrics', (...call) => metricsRoute({ db, clock: { now: () => now }, config })(...call));
    app.use((_request, response) => void response.sendStatus(404));
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
  });
  afterEach(async () => {
    server.close();
    await destroy();
  });

  test('counts the jobs of the moment, each time it is asked', async () => {
    const waiting = async () => /payment_links_jobs\{state="due"\} (\d+)/.exec(await (await fetch(url)).text())?.[1];
    expect(await waiting()).toBe('0');
    await putJob(db, { name: 'test.job', payload: {}, runAt: now, now });
    expect(await waiting()).toBe('1');
    expect(await (await fetch(url)).text()).toContain('process_resident_memory_bytes');
  });

  test('takes nobody for this machine behind a proxy that is not counted and names no clients', async () => {
    config = { ...config, trustProxy: 0 };
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url, { headers: { authorization: 'Bearer token' } })).status).toBe(200);
  });

  test('is there for other machines only with the token', async () => {
    const from = { 'x-forwarded-for': '192.0.2.3' };
    const status = async (headers: Record<string, string>) => (await fetch(url, { headers })).status;
    expect(await status(from)).toBe(404);
    expect(await status({ ...from, authorization: 'Bearer other' })).toBe(404);
    expect(await status({ ...from, authorization: 'Bearer token' })).toBe(200);
  });
});
