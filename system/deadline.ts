import { setMaxListeners } from 'node:events';

/**
 * Runs `work` with a signal that fires when `outer` does, or after `ms`. Unlike `AbortSignal.timeout`, which makes an
 * error with a stack for every call there was, minutes after it ended, nothing is left running afterwards.
 */
export async function withDeadline<T>(
  outer: AbortSignal,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer.throwIfAborted();
  // As many listen as run at once: Node takes more than ten for a leak.
  setMaxListeners(0, outer);
  const abort = new AbortController();
  const pass = (): void => abort.abort(outer.reason);
  const timer = setTimeout(() => abort.abort(new DOMException('no answer in time', 'TimeoutError')), ms);
  outer.addEventListener('abort', pass);
  try {
    return await work(abort.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', pass);
  }
}
