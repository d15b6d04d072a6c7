import { z } from 'zod';
import { makeToken } from '../../../extension/payment_link/api_tokens';
import { customerOf, orderWithLink } from '../../support/customer';
import { startProgram, until, type ProgramRoom } from '../../support/program';

interface Content {
  readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
  readonly description: string;
}
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<'get' | 'post', Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}

interface Documented extends Operation {
  readonly method: string;
  readonly path: string;
}

const FREE = { amount: { minor: 1250, currency: 'EUR' }, description: 'Spare key', email: 'jan@customer.example' };
const SOME_REFUND = { amount: { minor: 100, currency: 'EUR' } };

describe('the API’s document', () => {
  let room: ProgramRoom;
  let document: ApiDocument;
  let operations: readonly Documented[];
  let token: string;
  /** "createLink 201": what the program really answered. */
  const answered = new Set<string>();

  beforeAll(async () => {
    room = await startProgram();
    token = await tokenFor('document', false);
    document = (await (await fetch(`${room.url}/api/v1/openapi.json`)).json()) as ApiDocument;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
    );
  }, 60_000);
  afterAll(() => room.close());

  const tokenFor = async (name: string, readOnly: boolean): Promise<string> =>
    (await makeToken(room.db, { name, readOnly, createdBy: 'test', now: Date.now() })).token;

  /** A shape of the document, as another program would read it there. */
  function shapeAt(ref: string): z.ZodType {
    const local = JSON.stringify({ $ref: ref, $defs: document.components.schemas });
    return z.fromJSONSchema(JSON.parse(local.replaceAll('#/components/schemas/', '#/$defs/')) as never);
  }

  interface Sent {
    readonly id?: number | string;
    readonly query?: string;
    readonly body?: unknown;
    readonly key?: string;
    readonly bearer?: string;
  }

  /** Asks, and holds the answer against what the document says of this operation and status. */
  async function ask(operationId: string, status: number, sent: Sent = {}): Promise<{ id: number }> {
    const operation = operations.find((one) => one.operationId === operationId);
    if (!operation) throw new Error(`${operationId} is not documented`);
    const { id = 1, query = '', body, key, bearer = token } = sent;
    const answer = await fetch(`${room.url}/api/v1${operation.path.replace('{id}', String(id))}${query}`, {
      method: operation.method,
      headers: {
        ...{ authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const said = (await answer.json()) as { id: number };
    expect({ operationId, status: answer.status, said }).toMatchObject({ status });
    const [type, { schema }] = Object.entries(operation.responses[status]?.content ?? {})[0] ?? ['nothing', {}];
    expect(`${operationId} ${answer.headers.get('content-type')?.split(';')[0]}`).toBe(`${operationId} ${type}`);
    shapeAt(schema?.$ref ?? 'nothing').parse(said);
    answered.add(`${operationId} ${status}`);
    return said;
  }

  const stateOf = (id: number, state: string) =>
    until(
      () => ask('getLink', 200, { id }) as Promise<{ id: number; state?: string }>,
      (link) => link.state === state,
    );

  test('is whole: names are unique, what stands in an address is a parameter, every shape is there and can be read', () => {
    expect(document.openapi).toBe('3.1.0');
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, parameters, responses } of operations) {
      const inPath = parameters.filter((one) => one.in === 'path' && one.required).map(({ name }) => `{${name}}`);
      expect(inPath).toEqual(path.match(/\{\w+\}/g) ?? []);
      for (const { description } of Object.values(responses)) expect(description).not.toBe('');
    }
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(20);
    for (const ref of new Set(refs)) expect(() => shapeAt(ref)).not.toThrow();
  });

  test('leaves no field of an answer to chance', () => {
    const answers = ['Link', 'LinkDetails', 'LinkPage', 'Money', 'OrderLinks', 'Payment', 'Problem', 'Refund'];
    for (const name of answers) {
      const { properties, required } = document.components.schemas[name] as Record<string, object>;
      expect([name, required]).toEqual([name, Object.keys(properties ?? {})]);
    }
  });

  test('says of every answer what it is, and of nothing that is never answered', async () => {
    await everyRefusalAtTheDoor();
    await everyAnswerAboutLinks();
    const documented = operations.flatMap(({ operationId, responses }) =>
      Object.keys(responses)
        .filter((status) => status !== 'default')
        .map((status) => `${operationId} ${status}`),
    );
    expect([...answered].sort()).toEqual(documented.sort());
  });

  /** No token, one that may not, one that asks too often; what cannot be read, and what is too large. */
  async function everyRefusalAtTheDoor(): Promise<void> {
    const [reader, busy] = [await tokenFor('reader', true), await tokenFor('busy', true)];
    for (let n = 0; n < 300; n++)
      await fetch(`${room.url}/api/v1/links?limit=1`, { headers: { authorization: `Bearer ${busy}` } });
    for (const { operationId, method, path } of operations) {
      await ask(operationId, 401, { bearer: 'nobody' });
      await ask(operationId, 429, { bearer: busy });
      if (method === 'GET') {
        await ask(operationId, 400, path.includes('{id}') ? { id: '%E0%A4%A' } : { query: '?limit=0' });
        continue;
      }
      await ask(operationId, 403, { bearer: reader });
      await ask(operationId, 400, { body: '{"amount":', key: 'broken' });
      await ask(operationId, 413, { body: { description: 'x'.repeat(300_000) }, key: 'large' });
    }
  }

  async function everyAnswerAboutLinks(): Promise<void> {
    for (const operationId of ['getLink', 'listOrderLinks', 'cancelLink', 'resendLink', 'renewLink'])
      await ask(operationId, 404, { id: 999_999 });
    await ask('refundLink', 404, { id: 999_999, body: SOME_REFUND, key: 'nowhere' });
    await ask('createLink', 404, { body: { order_id: 999_999 } });
    await ask('createLink', 422, { body: { ...FREE, description: ' ' } });

    const orderId = (await orderWithLink(room)).orderId ?? 0;
    await ask('createLink', 409, { body: { order_id: orderId } });
    await ask('listOrderLinks', 200, { id: orderId });
    await ask('listLinks', 200);

    const { id } = await ask('createLink', 201, { body: FREE, key: 'one' });
    await stateOf(id, 'active');
    await ask('resendLink', 202, { id });
    await ask('resendLink', 422, { id, body: { email: 'nobody' } });
    await ask('refundLink', 409, { id, body: SOME_REFUND, key: 'unpaid' });
    await ask('renewLink', 202, { id });
    await stateOf(id, 'replaced');
    const closing = await ask('createLink', 201, { body: FREE });
    await stateOf(closing.id, 'active');
    await ask('cancelLink', 202, closing);
    await stateOf(closing.id, 'cancelled');
    await ask('cancelLink', 409, closing);
    await ask('resendLink', 409, closing);

    const paid = (await ask('createLink', 201, { body: FREE })) as { id: number; address?: string };
    await stateOf(paid.id, 'active');
    await customerOf(room, { token: paid.address?.split('/').at(-1) ?? '' }).payThere('complete');
    await stateOf(paid.id, 'completed');
    await ask('renewLink', 409, { id: paid.id });
    await ask('refundLink', 422, { id: paid.id, body: { amount: { minor: 99_999, currency: 'EUR' } }, key: 'more' });
    await ask('refundLink', 202, { id: paid.id, body: SOME_REFUND, key: 'part' });
    await stateOf(paid.id, 'completed');
  }
});
