import type { z } from 'zod';
import * as shapes from '../../../catalog/api_shapes';
import { makeToken, revokeToken } from '../../../extension/payment_link/api_tokens';
import { customerOf } from '../../support/customer';
import { enterOrder } from '../../support/enter_order';
import { startProgram, until, type ProgramRoom } from '../../support/program';

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

const FREE = { amount: { minor: 1250, currency: 'EUR' }, description: 'Spare key', email: 'jan@customer.example' };

describe('the API for other programs', () => {
  let room: ProgramRoom;
  let token = '';

  beforeAll(async () => {
    room = await startProgram();
    token = await tokenFor('bookkeeping', false);
  }, 60_000);
  afterAll(() => room.close());

  const tokenFor = async (name: string, readOnly: boolean): Promise<string> =>
    (await makeToken(room.db, { name, readOnly, createdBy: 'test', now: Date.now() })).token;

  const ask = async (
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string>; bearer?: string } = {},
  ): Promise<Answered> => {
    const { body, headers = {}, bearer = token } = options;
    const response = await fetch(`${room.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const get = (path: string, bearer = token): Promise<Answered> => ask('GET', path, { bearer });
  const post = (path: string, body: unknown, key?: string): Promise<Answered> =>
    ask('POST', path, { body, headers: key === undefined ? {} : { 'idempotency-key': key } });

  /** Every answer is held against the shape that the document promises. */
  const shaped = <Shape extends z.ZodType>(shape: Shape, answer: Answered, status: number): z.output<Shape> => {
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status });
    return shape.parse(answer.body);
  };
  const problem = (answer: Answered, status: number) => {
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    return shaped(shapes.Problem, answer, status);
  };
  const linkOnce = (id: number, state: string) =>
    until(
      async () => shaped(shapes.LinkDetails, await get(`/links/${id}`), 200),
      (link) => link.state === state,
    );

  test('nobody gets in without a token, with one that is unknown, or with one that was revoked', async () => {
    expect(problem(await get('/links', 'nonsense'), 401).code).toBe('token_missing');
    const { tokenId, token: revoked } = await makeToken(room.db, {
      ...{ name: 'old', readOnly: false, createdBy: 'test', now: Date.now() },
    });
    expect((await get('/links', revoked)).status).toBe(200);
    await revokeToken(room.db, tokenId, Date.now());
    const refused = await get('/links', revoked);
    expect(problem(refused, 401).remedy).toMatch(/token create/);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('a token that reads only changes nothing', async () => {
    const reader = await tokenFor('reader', true);
    expect((await get('/links', reader)).status).toBe(200);
    expect(problem(await ask('POST', '/links', { body: FREE, bearer: reader }), 403).code).toBe('token_reads_only');
  });

  test('a link without an order is made once for one key, in this process or the next', async () => {
    const first = await post('/links', FREE, 'wish 1');
    const made = shaped(shapes.Link, first, 201);
    expect(made).toMatchObject({ order_id: null, amount: FREE.amount, created_by: 'API bookkeeping' });
    expect(first.headers.get('location')).toMatch(new RegExp(`/api/v1/links/${made.id}$`));
    const again = await post('/links', FREE, 'wish 1');
    expect(shaped(shapes.Link, again, 201).id).toBe(made.id);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = { ...FREE, amount: { minor: 1, currency: 'EUR' } };
    expect(problem(await post('/links', other, 'wish 1'), 422).code).toBe('idempotency_key_reused');
    await linkOnce(made.id, 'active');
  });

  test('a link has the short address that was chosen for it, and another link is refused the same', async () => {
    const made = shaped(shapes.Link, await post('/links', { ...FREE, slug: 'spare-key' }, 'slug 1'), 201);
    expect(made.slug).toBe('spare-key');
    expect(made.address).toMatch(/\/pay\/spare-key$/);
    expect(shaped(shapes.Link, await post('/links', { ...FREE, slug: 'spare-key' }, 'slug 1'), 201).id).toBe(made.id);
    const refused = async (slug: string) => problem(await post('/links', { ...FREE, slug }), 422).errors;
    expect(await refused('SPARE-KEY')).toEqual([{ field: 'slug', message: 'Another link has this short address.' }]);
    expect(await refused('spare key')).toMatchObject([
      { field: 'slug', message: expect.stringMatching(/^Use 3 to 64/) },
    ]);
    const { data } = shaped(shapes.LinkPage, await get('/links?search=spare-key'), 200);
    expect(data.map(({ id }) => id)).toEqual([made.id]);
    const ofOrder = problem(await post('/links', { order_id: 1, slug: 'order-1' }), 400);
    expect(ofOrder.errors.map(({ field }) => field)).toContain('slug');
  });

  test('ten wishes with one key at once make one link, for an order too', async () => {
    const orderId = await enterOrder(room);
    const [link] = await until(
      async () => shaped(shapes.OrderLinks, await get(`/orders/${orderId}/links`), 200).data,
      (links) => links[0]?.state === 'active',
    );
    await post(`/links/${link!.id}/cancel`, {});
    await linkOnce(link!.id, 'cancelled');
    for (const wish of [FREE, { order_id: orderId }]) {
      const key = `together ${JSON.stringify(wish)}`;
      const answers = await Promise.all(Array.from({ length: 10 }, () => post('/links', wish, key)));
      expect(new Set(answers.map((answer) => shaped(shapes.Link, answer, 201).id)).size).toBe(1);
    }
  });

  test('an order that has a link is told so, and its links are listed', async () => {
    const orderId = await enterOrder(room);
    const listed = await until(
      async () => shaped(shapes.OrderLinks, await get(`/orders/${orderId}/links`), 200).data,
      (links) => links[0]?.state === 'active',
    );
    expect(listed[0]).toMatchObject({ order_id: orderId, reference: `${orderId}-1` });
    const refused = problem(await post('/links', { order_id: orderId }), 409);
    expect(refused).toMatchObject({ code: 'link_not_due', detail: 'No link was made. There is a link already.' });
    expect(problem(await get('/orders/999999/links'), 404).code).toBe('order_not_found');
    expect(problem(await post('/links', { order_id: 999_999 }), 404).code).toBe('order_not_found');
  });

  test('an order whose link was cancelled gets a new one, with a life of its own, and one for one key', async () => {
    const orderId = await enterOrder(room);
    const [link] = await until(
      async () => shaped(shapes.OrderLinks, await get(`/orders/${orderId}/links`), 200).data,
      (links) => links[0]?.state === 'active',
    );
    shaped(shapes.Link, await post(`/links/${link!.id}/cancel`, {}), 202);
    await linkOnce(link!.id, 'cancelled');
    const next = shaped(shapes.Link, await post('/links', { order_id: orderId, lifetime_seconds: 3600 }), 201);
    const active = await linkOnce(next.id, 'active');
    expect(Date.parse(active.expires_at!) - Date.parse(active.activated_at!)).toBe(3_600_000);
    shaped(shapes.Link, await post(`/links/${next.id}/cancel`, {}), 202);
    await linkOnce(next.id, 'cancelled');
    const wish = { order_id: orderId };
    const third = shaped(shapes.Link, await post('/links', wish, 'order wish'), 201);
    const again = await post('/links', wish, 'order wish');
    expect(shaped(shapes.Link, again, 201).id).toBe(third.id);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  test('a link is mailed again, renewed and cancelled', async () => {
    const made = shaped(shapes.Link, await post('/links', FREE), 201);
    await linkOnce(made.id, 'active');
    shaped(shapes.Link, await post(`/links/${made.id}/resend`, { email: 'boss@customer.example' }), 202);
    expect(problem(await post(`/links/${made.id}/resend`, { email: 'nobody' }), 422).code).toBe('no_mail_address');
    shaped(shapes.Link, await post(`/links/${made.id}/renew`, { mail: false }), 202);
    await linkOnce(made.id, 'replaced');
    const { data } = shaped(shapes.LinkPage, await get(`/links?search=${made.address.split('/').at(-1)}`), 200);
    expect(data.map(({ attempt }) => attempt)).toEqual([2, 1]);
    await linkOnce(data[0]!.id, 'active');
    shaped(shapes.Link, await ask('POST', `/links/${data[0]!.id}/cancel`), 202);
    await linkOnce(data[0]!.id, 'cancelled');
    expect(problem(await post(`/links/${data[0]!.id}/cancel`, {}), 409).code).toBe('link_not_open');
  });

  test('money that a customer paid is given back once for one key, and never more than was paid', async () => {
    const made = shaped(shapes.Link, await post('/links', FREE), 201);
    await linkOnce(made.id, 'active');
    await customerOf(room, { token: made.address.split('/').at(-1)! }).payThere('complete');
    const paid = await linkOnce(made.id, 'completed');
    expect(paid.payments).toMatchObject([{ state: 'paid', amount: FREE.amount }]);
    const part = { amount: { minor: 500, currency: 'EUR' }, reason: 'One key was bent' };
    const path = `/links/${made.id}/refunds`;
    const first = shaped(shapes.Refund, await post(path, part, 'refund 1'), 202);
    expect(shaped(shapes.Refund, await post(path, part, 'refund 1'), 202).id).toBe(first.id);
    const other = { amount: { minor: 600, currency: 'EUR' } };
    expect(problem(await post(path, other, 'refund 1'), 422).code).toBe('idempotency_key_reused');
    expect(problem(await post(path, { amount: FREE.amount }, 'refund 2'), 422).code).toBe('refund_too_much');
    const given = await until(
      async () => shaped(shapes.LinkDetails, await get(`/links/${made.id}`), 200),
      ({ refunds }) => refunds[0]?.provider_id !== null,
    );
    expect(given.refunds).toHaveLength(1);
    expect(given.refunds[0]).toMatchObject({ amount: part.amount, created_by: 'API bookkeeping' });
  });

  test('pages follow each other without gaps while new links come', async () => {
    for (let n = 0; n < 5; n++) await post('/links', { ...FREE, email: 'pages@customer.example', mail: false });
    const query = '/links?search=pages@customer.example&limit=2';
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: z.output<typeof shapes.LinkPage> = shaped(
        shapes.LinkPage,
        await get(cursor === '' ? query : `${query}&cursor=${cursor}`),
        200,
      );
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor;
      if (seen.length === 2) await post('/links', { ...FREE, email: 'pages@customer.example', mail: false });
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  test('what is wrong is said field by field, with a code and a remedy', async () => {
    const wrong = problem(await post('/links', { ...FREE, description: ' ', email: 'x', language: 'dutch' }), 422);
    expect(wrong.errors).toEqual([
      { field: 'description', message: 'Say what the money is for.' },
      { field: 'email', message: 'This is no mail address.' },
      { field: 'language', message: 'Enter a language code, such as en-gb.' },
    ]);
    expect(problem(await post('/links', { ...FREE, amount: 12.5 }), 400).code).toBe('request_invalid');
    const fieldsOf = async (wish: object) => problem(await post('/links', wish), 400).errors.map(({ field }) => field);
    expect(await fieldsOf({})).toEqual(['amount', 'description']);
    expect(await fieldsOf({ ...FREE, amount: { minor: 1.5, currency: 'EUR' } })).toEqual(['amount.minor']);
    expect(await fieldsOf({ order_id: 'seven' })).toEqual(['order_id']);
    expect(problem(await post('/links', '{"amount":'), 400).status).toBe(400);
    expect(problem(await get('/links?limit=1000'), 400).errors[0]?.field).toBe('limit');
    expect(problem(await get('/links?cursor=zzz'), 400).errors[0]?.field).toBe('cursor');
    expect(problem(await get('/links/999999'), 404).code).toBe('link_not_found');
    expect(problem(await get('/links/abc'), 404).code).toBe('not_found');
    expect(problem(await get('/nothing'), 404).code).toBe('not_found');
    expect(problem(await post('/links/1/refunds', { amount: FREE.amount }), 400).code).toBe('idempotency_key_missing');
    expect(problem(await post('/links/1/refunds', { amount: FREE.amount }, 'r'), 409).code).toBe('refund_not_possible');
  });

  test('a token that asks too often is told to wait, and nobody else is', async () => {
    const busy = await tokenFor('busy', true);
    const statuses: number[] = [];
    for (let n = 0; n < 301; n++) statuses.push((await get('/links/1', busy)).status);
    expect(statuses.indexOf(429)).toBe(300);
    const refused = await get('/links/1', busy);
    expect(problem(refused, 429).remedy).toMatch(/^Wait \d+ seconds\.$/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await get('/links/1')).status).toBe(200);
  });
});
