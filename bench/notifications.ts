import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { signNotification } from '../extension/multisafepay/sign';
import type { LinkRow } from '../extension/payment_link/link/link_row';
import { DEMO_KEYS } from '../extension/sandbox/multisafepay/sandbox';
import { countOf } from '../system/db/like';
import { t, type Db } from '../system/db/table';
import { atLeast, atMost, figure, spread, timed, type Figure } from './figures';
import type { Options } from './options';
import type { Measured, StandIns } from './processes';

const AT_ONCE = 32;
const SETTLED = 40;
/** A machine under load may take its time; more is a failure. */
const PATIENCE_MS = 120_000;

/** Signed notifications for links that are open, as fast as they are taken; then payments, one after the other. */
export async function measureNotifications(
  program: Measured,
  standIns: StandIns,
  db: Db,
  options: Options,
): Promise<Figure[]> {
  const links = await db<LinkRow>(t(db, 'payment_link')).where({ state: 'active' }).limit(500);
  if (links.length === 0) throw new Error('no link is open');
  const taken = await flood(program, db, links, options.notifications);
  await drained(db);
  return [...taken, ...(await settling(standIns, db, links.slice(0, SETTLED)))];
}

async function flood(program: Measured, db: Db, links: readonly LinkRow[], count: number): Promise<Figure[]> {
  const agent = new Agent({ connections: AT_ONCE, pipelining: 1 });
  const kept = () => countOf(db(t(db, 'payment_link_notification')));
  const send = (index: number) => notify(program.url, links[index % links.length] as LinkRow, agent);
  await timed(200, AT_ONCE, send);
  const before = await kept();
  const cpuBefore = program.cpuMs();
  const started = performance.now();
  const durations = await timed(count, AT_ONCE, send);
  const seconds = (performance.now() - started) / 1000;
  const cpuMs = (program.cpuMs() - cpuBefore) / count;
  const lost = before + count - (await kept());
  await agent.close();
  const { median, p99 } = spread(durations);
  return [
    figure(`notifications taken, ${AT_ONCE} at once`, count / seconds, 'a second', atLeast(1000)),
    figure('notification answered, p99', p99, 'ms', atMost(50), `median ${median}`),
    figure('CPU per notification, with the reads it led to meanwhile', cpuMs, 'ms'),
    figure('notifications answered but not kept', lost, '', atMost(0)),
  ];
}

/** @throws Error when it is not accepted */
async function notify(url: string, link: LinkRow, dispatcher: Agent): Promise<void> {
  const body = JSON.stringify({ order_id: link.reference, status: 'initialized', amount: link.amount_minor });
  const timestamp = Math.floor(Date.now() / 1000);
  const query = new URLSearchParams({ transactionid: link.reference, timestamp: String(timestamp) });
  const answer = await request(`${url}/notify/multisafepay/${link.notify_token}?${query.toString()}`, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json', auth: signNotification(DEMO_KEYS.test, timestamp, body) },
    body,
  });
  const said = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`a notification was answered ${answer.statusCode} ${said}`);
}

/** From the moment a notification is received to the moment its link is completed, by the program's own clock. */
async function settling(standIns: StandIns, db: Db, links: readonly LinkRow[]): Promise<Figure[]> {
  const waits: number[] = [];
  for (const { link_id, reference } of links) {
    await standIns.pay(reference);
    const link = await until(() => db<LinkRow>(t(db, 'payment_link')).where({ link_id, state: 'completed' }).first());
    const heard = (await db(t(db, 'payment_link_notification'))
      .where({ link_id, provider_status: 'completed' })
      .min({ at: 'received_at' })
      .first()) as { at: number | null };
    waits.push(Number(link.closed_at) - Number(heard.at ?? link.closed_at));
  }
  const { median, p95 } = spread(waits);
  return [figure('paid order settled after its notification', median, 'ms', null, `p95 ${p95}`)];
}

/** Every read that the notifications asked for is done. */
async function drained(db: Db): Promise<void> {
  await until(async () => {
    const due = await countOf(
      db(t(db, 'payment_link_outbox')).where('name', 'payment_link.refresh').where('run_at', '<', Date.now()),
    );
    return due === 0 || undefined;
  });
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(5)) {
    const seen = await look();
    if (seen !== undefined) return seen;
  }
  throw new Error('what was waited for did not come');
}
