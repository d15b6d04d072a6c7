import { atMost, figure, round, spread, timed, type Aim, type Figure } from './figures';
import type { Measured } from './processes';
import type { Options } from './options';
import type { ShopClient } from './shop_client';

type Page = [what: string, path: string, aim: Aim];

const ROUNDS = 20;
/** A page of few milliseconds is measured when its code is compiled, as it is in the middle of a day, and more often. */
const QUICK_ROUNDS = 60;
const WARM_UP = 300;
const QUICK = atMost(5);
const SLOWEST = atMost(1000);

function orderPages(orders: number): Page[] {
  const list = '/admin/sale/order';
  const some = Math.floor(orders / 2);
  return [
    ['order list', list, QUICK],
    ['order list, by id', `${list}?filter_order_id=${some}`, QUICK],
    ['order list, by status', `${list}?filter_status=5`, QUICK],
    ['order page', `${list}/info?order_id=${some}`, QUICK],
    ['order list, by customer', `${list}?filter_customer=vries`, SLOWEST],
    ['order list, by a customer nobody is', `${list}?filter_customer=nobody`, SLOWEST],
    ['order list, by total', `${list}?filter_total=79.19`, SLOWEST],
    ['order list, by days', `${list}?filter_date_from=2025-01-01&filter_date_to=2025-02-01`, SLOWEST],
    ['order list, by status, sorted by total', `${list}?filter_status=5&sort=total`, SLOWEST],
    ['order list, sorted by total', `${list}?sort=total&order=DESC`, SLOWEST],
    ['order list, sorted by customer', `${list}?sort=customer`, SLOWEST],
    ['order list, page 500', `${list}?page=500`, SLOWEST],
  ];
}

function linkPages(links: number): Page[] {
  const list = '/admin/sale/payment_link';
  const some = Math.floor(links / 2);
  return [
    ['payment links', list, SLOWEST],
    ['payment links, open', `${list}?filter_state=open`, SLOWEST],
    ['payment links, paid', `${list}?filter_state=completed`, SLOWEST],
    ['payment links, need a person', `${list}?filter_need=person`, SLOWEST],
    ['payment links, expiring', `${list}?filter_need=expiring`, SLOWEST],
    ['payment links, paid twice', `${list}?filter_need=twice`, SLOWEST],
    ['payment links, by staff', `${list}?filter_staff=eva`, SLOWEST],
    ['payment links, by days', `${list}?filter_date_from=2025-06-01&filter_date_to=2025-09-01`, SLOWEST],
    ['payment links, by amount', `${list}?filter_amount_from=100&filter_amount_to=101`, SLOWEST],
    ['payment links, by currency', `${list}?filter_currency=GBP`, SLOWEST],
    ['payment links, sorted by amount', `${list}?sort=amount_minor&order=desc`, SLOWEST],
    ['payment links, by the start of a name', `${list}?search=Jan`, SLOWEST],
    ['payment links, by e-mail', `${list}?search=customer-${some}@example.com`, SLOWEST],
    [
      'payment links, open and by currency, sorted by amount',
      `${list}?filter_state=open&filter_currency=USD&sort=amount_minor`,
      SLOWEST,
    ],
    [
      'payment links, paid, by staff and currency',
      `${list}?filter_state=completed&filter_staff=eva&filter_currency=GBP`,
      SLOWEST,
    ],
    [
      'payment links, a filter that nothing passes',
      `${list}?filter_store=0&filter_amount_from=2000&filter_currency=JPY`,
      SLOWEST,
    ],
    ['payment links, a quarter as CSV', `${list}/export?filter_date_from=2026-10-01&filter_state=failed`, SLOWEST],
    ['dashboard', '/admin', SLOWEST],
  ];
}

/** Each page on its own, and what another person waits while the heaviest lists are being made. */
export async function measurePages(
  program: Measured,
  client: ShopClient,
  other: ShopClient,
  options: Options,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, path, aim] of [...orderPages(options.orders), ...linkPages(options.links)]) {
    const [warmUp, rounds] = aim === QUICK ? [WARM_UP, QUICK_ROUNDS] : [1, ROUNDS];
    await timed(warmUp, 1, () => fetched(client, path));
    const before = program.cpuMs();
    const { median, p95 } = spread(await timed(rounds, 1, () => fetched(client, path)));
    const cpu = round((program.cpuMs() - before) / rounds);
    figures.push(figure(what, median, 'ms', aim, `p95 ${p95}, CPU ${cpu}`));
  }
  return [...figures, await besideScans(client, other, options)];
}

async function besideScans(client: ShopClient, other: ShopClient, { orders }: Options): Promise<Figure> {
  const heavy = ['/admin/sale/order?filter_customer=nobody', '/admin/sale/payment_link?filter_currency=JPY', '/admin'];
  let scanning = true;
  const waits: number[] = [];
  const beside = (async () => {
    while (scanning)
      waits.push(...(await timed(1, 1, () => fetched(other, `/admin/sale/order/info?order_id=${orders}`))));
  })();
  for (let round = 0; round < 5; round++) for (const path of heavy) await fetched(client, path);
  scanning = false;
  await beside;
  const { median, p95 } = spread(waits);
  return figure('order page, while others have heavy lists made', p95, 'ms, p95', atMost(50), `median ${median}`);
}

async function fetched(client: ShopClient, path: string): Promise<void> {
  const { status } = await client.get(path);
  if (status !== 200) throw new Error(`${path} was answered ${status}`);
}
