import { setTimeout as sleep } from 'node:timers/promises';
import { atLeast, atMost, figure, spread, timed, type Figure } from './figures';
import type { Options } from './options';
import type { Measured, StandIns } from './processes';
import type { ShopClient } from './shop_client';

const ALONE = 40;
/** Orders by which most of the code is compiled, as it is for nearly all of a shop's day: V8 takes its time. */
const WARM_UP = 2000;
/** The same crowd as is measured: alone, mails do not go through their thread. */
const CROWD = 16;
/** A mail may be this much later than the provider's answer. */
const ON_TOP_MS = 30;

/** Orders saved in the admin, by one person and by sixteen, up to the mail with the link. */
export async function measureSaving(
  program: Measured,
  client: ShopClient,
  standIns: StandIns,
  options: Options,
): Promise<Figure[]> {
  await timed(WARM_UP, CROWD, (index) => client.saveOrder(index, `warm-${index}@example.com`));
  await mailed(standIns, 2 * WARM_UP);
  const figures: Figure[] = [];
  for (const latency of [options.latency, 3 * options.latency]) {
    await standIns.slowDown(latency);
    figures.push(...(await alone(client, standIns, latency)));
  }
  await standIns.slowDown(options.latency);
  return [...figures, ...(await together(program, client, standIns, options))];
}

async function alone(client: ShopClient, standIns: StandIns, latency: number): Promise<Figure[]> {
  const saves: number[] = [];
  const mails: number[] = [];
  for (let index = 0; index < ALONE; index++) {
    const email = `alone-${latency}-${index}@example.com`;
    const [started, at] = [performance.now(), Date.now()];
    await client.saveOrder(1000 + index, email);
    saves.push(performance.now() - started);
    mails.push((await arrivalOf(standIns, email)) - at);
  }
  const [save, mail] = [spread(saves), spread(mails)];
  const name = `one at a time, provider ${latency} ms`;
  return [
    figure(`save, ${name}`, save.median, 'ms', atMost(10), `p95 ${save.p95}`),
    figure(`mail with link, ${name}`, mail.median, 'ms', atMost(latency + ON_TOP_MS), `p95 ${mail.p95}`),
  ];
}

async function together(
  program: Measured,
  client: ShopClient,
  standIns: StandIns,
  options: Options,
): Promise<Figure[]> {
  const cpuBefore = program.cpuMs();
  const started = performance.now();
  const durations = await timed(options.saves, CROWD, (index) =>
    client.saveOrder(2000 + index, `order-${index}@example.com`),
  );
  const savedMs = performance.now() - started;
  const missing = await mailed(standIns, options.saves * 2);
  const doneMs = performance.now() - started;
  const latency = spread(durations);
  return [
    figure('save, 16 at once', latency.median, 'ms', null, `p95 ${latency.p95}`),
    figure('orders saved, 16 at once', (options.saves / savedMs) * 1000, 'a second', atLeast(300)),
    figure('orders saved, linked and mailed', (options.saves / doneMs) * 1000, 'a second', atLeast(130)),
    figure('mails missing', missing, '', atMost(0)),
    figure('CPU per order, the whole way', (program.cpuMs() - cpuBefore) / options.saves, 'ms'),
  ];
}

async function arrivalOf(standIns: StandIns, email: string): Promise<number> {
  for (let tries = 0; tries < 4000; tries++) {
    const found = (await standIns.count()).arrivals.find(([recipient]) => recipient === email);
    if (found) return found[1];
    await sleep(2);
  }
  throw new Error(`no mail came to ${email}`);
}

/** Waits until so many more mails came (the customer's and the shop's), or none for a while; how many are missing. */
async function mailed(standIns: StandIns, wanted: number): Promise<number> {
  let came = 0;
  let last = Date.now();
  while (came < wanted && Date.now() - last < 10_000) {
    const { arrivals } = await standIns.count();
    came += arrivals.length;
    if (arrivals.length > 0) last = Date.now();
    await sleep(10);
  }
  return wanted - came;
}
