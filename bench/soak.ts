import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE_MS, SECOND_MS } from '../system/clock';
import { atMost, figure, round, spread, type Figure } from './figures';
import type { Measured, StandIns } from './processes';
import type { ShopClient } from './shop_client';

const SAMPLE_MS = 2 * SECOND_MS;
const PAUSE_MS = 50;
/** Of the memory when it was warm. */
const GROWTH_MAX_PERCENT = 15;

/** Memory under a steady load: orders are saved, linked and mailed, and pages looked at, for so many minutes. */
export async function measureSoak(
  program: Measured,
  client: ShopClient,
  standIns: StandIns,
  minutes: number,
): Promise<Figure[]> {
  const samples: number[] = [];
  const sampler = setInterval(() => samples.push(program.memory().now), SAMPLE_MS);
  const end = Date.now() + minutes * MINUTE_MS;
  let saved = 0;
  while (Date.now() < end) {
    const orderId = await client.saveOrder(saved, `soak-${saved++}@example.com`);
    for (const path of [
      '/admin',
      '/admin/sale/order',
      `/admin/sale/order/info?order_id=${orderId}`,
      '/admin/sale/payment_link',
    ])
      await client.get(path);
    await standIns.count();
    await sleep(PAUSE_MS);
  }
  clearInterval(sampler);
  const third = Math.ceil(samples.length / 3);
  const [warm, last] = [spread(samples.slice(third, 2 * third)).median, spread(samples.slice(-third)).median];
  const growth = warm === 0 ? 0 : round((last / warm - 1) * 100);
  return [
    figure(`memory after ${minutes} minutes and ${saved} orders`, last, 'MB', null, `peak ${program.memory().peak}`),
    figure('memory, growth from the second third to the last', growth, '%', atMost(GROWTH_MAX_PERCENT)),
  ];
}
