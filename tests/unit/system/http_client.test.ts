import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient, HttpFailure, type HttpClient } from '../../../system/http_client';

let client: HttpClient;
beforeEach(() => (client = createHttpClient({ parallel: 2, timeoutMs: 20_000 })));
afterEach(() => client.close());

async function onServer<T>(answer: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const call = (url: string, signal = new AbortController().signal) =>
  client.call({ method: 'POST', url, headers: {}, body: '{}', signal });

/** Whether the request may have come to the other side. */
async function mayHaveArrived(asked: Promise<unknown>): Promise<boolean> {
  const failed: unknown = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(failed instanceof HttpFailure)) throw new Error(`no HttpFailure: ${String(failed)}`);
  return failed.mayHaveArrived;
}

test('every status is an answer, with the pause that it asks for', async () => {
  const busy: RequestListener = (_request, response) => response.writeHead(503, { 'retry-after': '7' }).end('busy');
  expect(await onServer(busy, call)).toEqual({ status: 503, text: 'busy', retryAfterMs: 7000 });
});

test('where nobody listens, nothing was sent', async () => {
  const gone = await onServer(
    () => undefined,
    async (url) => url,
  );
  expect(await mayHaveArrived(call(gone))).toBe(false);
  // A name with two addresses fails at both.
  expect(await mayHaveArrived(call(gone.replace('127.0.0.1', 'localhost')))).toBe(false);
});

test('a connection that breaks after the question, within the answer, or is given up may have brought it there', async () => {
  const breaking: RequestListener = (request) => request.socket.destroy();
  expect(await onServer(breaking, (url) => mayHaveArrived(call(url)))).toBe(true);
  const half: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-length': '10' }).write('half');
    setImmediate(() => response.destroy());
  };
  expect(await onServer(half, (url) => mayHaveArrived(call(url)))).toBe(true);
  const abort = new AbortController();
  const silent: RequestListener = () => abort.abort(new Error('stopped'));
  expect(await onServer(silent, (url) => mayHaveArrived(call(url, abort.signal)))).toBe(true);
});

test('a net that is unreachable when written to says so in the words of one that could not be connected to', async () => {
  const failed = (syscall: string) => Object.assign(new Error('unreachable'), { code: 'EHOSTUNREACH', syscall });
  const arrived = async (thrown: unknown) =>
    onServer(
      (_request, response) => response.end(),
      async (url) => {
        const abort = new AbortController();
        const asked = mayHaveArrived(call(url, abort.signal));
        abort.abort(thrown);
        return asked;
      },
    );
  expect(await arrived(failed('write'))).toBe(true);
  expect(await arrived(failed('connect'))).toBe(false);
  expect(await arrived(new AggregateError([failed('connect'), failed('read')]))).toBe(true);
});

test('an answer without end is not read without end', async () => {
  const endless: RequestListener = (_request, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(1024 * 1024)));
      response.once('drain', more);
    };
    more();
  };
  expect(await onServer(endless, (url) => mayHaveArrived(call(url)))).toBe(true);
});
