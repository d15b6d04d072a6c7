import { SECOND_MS } from './clock';
import { assertOutsideTransaction } from './db/transaction';
import { withDeadline } from './deadline';
import { reasonOf } from './errors';
import { createTurnstile } from './parallel';

/** Calls to other people's servers: bounded in number, time and size, and never while a transaction is open. */
export interface HttpClient {
  /** @throws HttpFailure when no whole answer came; every status is an answer. */
  call(call: HttpCall): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** From `Retry-After`; null without one. */
  readonly retryAfterMs: number | null;
}

export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  constructor(
    message: string,
    /** False when it is certain that nothing was sent. */
    readonly mayHaveArrived: boolean,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

export interface HttpClientOptions {
  /** Calls at once. */
  readonly parallel: number;
  readonly connectTimeoutMs?: number;
  /** From when its turn came to the last byte of the answer, connecting included. */
  readonly timeoutMs?: number;
}

const ANSWER_BYTES_MAX = 4 * 1024 * 1024;

/** On the way to a connection: the request was never written. */
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo']);
/** Likewise, of failures that name no system call. */
const NEVER_SENT = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { parallel, connectTimeoutMs = 5 * SECOND_MS, timeoutMs = 30 * SECOND_MS } = options;
  const turnstile = createTurnstile(parallel);
  type Connections = Awaited<ReturnType<typeof open>>;
  let connections: Promise<Connections> | null = null;

  /** With the first call: loading it is a tenth of the program's start. */
  async function open() {
    const { Agent, request } = await import('undici');
    const dispatcher = new Agent({
      connect: { timeout: connectTimeoutMs },
      connections: parallel,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      maxResponseSize: ANSWER_BYTES_MAX,
    });
    return { request, dispatcher };
  }

  async function send(call: HttpCall, signal: AbortSignal, { request, dispatcher }: Connections): Promise<HttpAnswer> {
    const answer = await request(call.url, {
      dispatcher,
      signal,
      method: call.method,
      headers: call.headers,
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, text, retryAfterMs: retryAfter(answer.headers['retry-after']) };
  }

  return {
    async call(call) {
      assertOutsideTransaction(`a call to ${new URL(call.url).host}`);
      let started = false;
      try {
        return await turnstile.run(async () => {
          const opened = await (connections ??= open());
          started = true;
          return withDeadline(call.signal, timeoutMs, (signal) => send(call, signal, opened));
        }, call.signal);
      } catch (thrown) {
        throw new HttpFailure(sentence(thrown), started && mayHaveArrived(thrown), thrown);
      }
    },
    close: async () => (await connections)?.dispatcher.close(),
  };
}

/** A host with several addresses fails with one error per address: each must tell that nothing was sent. */
function mayHaveArrived(thrown: unknown): boolean {
  const errors: readonly unknown[] = thrown instanceof AggregateError ? thrown.errors : [thrown];
  return !errors.every(isBeforeSending);
}

/** By what failed, not by its code: the net can be "unreachable" while it is read from, too. */
function isBeforeSending(error: unknown): boolean {
  const { syscall } = error as { syscall?: unknown };
  return typeof syscall === 'string' ? BEFORE_SENDING.has(syscall) : NEVER_SENT.has(codeOf(error));
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

function sentence(thrown: unknown): string {
  if (thrown instanceof Error && thrown.name === 'TimeoutError') return 'no answer in time';
  const code = codeOf(thrown);
  const said = reasonOf(thrown);
  return said.includes(code) ? said : `${said} (${code})`;
}

/** Seconds only: dates in this header are rare, and a clock may be wrong. */
function retryAfter(header: string | string[] | undefined): number | null {
  const text = Array.isArray(header) ? (header[0] ?? '') : (header ?? '');
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) * SECOND_MS : null;
}
