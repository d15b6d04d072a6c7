/** One attempt to tell the shop something, and what it answered. */
export interface Delivery {
  /** UTC epoch milliseconds. */
  readonly at: number;
  /** Null when no answer came at all. */
  readonly status: number | null;
  /** The first 100 characters of the answer, or why there was none. */
  readonly answer: string;
  /** Where a redirect points to; null without one. */
  readonly location?: string | null;
}

export interface Post {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Providers do not follow redirects and do not wait for ever. */
const WAIT_MS = 15_000;

export interface Delivering {
  readonly stop: AbortSignal;
  /** See `CommonOptions.mayTell`. */
  readonly mayTell: (url: string) => boolean;
}

export async function deliver(post: Post, at: number, { stop, mayTell }: Delivering): Promise<Delivery> {
  if (!mayTell(post.url)) return { at, status: null, answer: 'not sent: this stand-in tells its own shop only' };
  try {
    const answer = await fetch(post.url, {
      method: post.method,
      headers: post.headers,
      ...(post.body === null ? {} : { body: post.body }),
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(WAIT_MS)]),
    });
    const location = answer.headers.get('location');
    return { at, status: answer.status, answer: (await answer.text()).slice(0, 100), location };
  } catch (error) {
    return { at, status: null, answer: error instanceof Error ? error.message.slice(0, 100) : 'no answer' };
  }
}

/** Appends to an address that may already have a query. */
export function withQuery(url: string, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(values).toString();
  if (query === '') return url;
  const [before = '', fragment] = url.split('#', 2);
  const joined = `${before}${before.includes('?') ? '&' : '?'}${query}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}
