import { MINUTE_MS, SECOND_MS } from '../system/clock';
import { reasonOf } from '../system/errors';
import { stream, type Answer } from '../system/http/answer';
import type { Admin } from './admin';
import type { Visit } from './visit';

const LOOK_MS = SECOND_MS;
const HEARTBEAT_MS = 20 * SECOND_MS;
/** Then the browser connects anew, which asks again who it is and what it may see. */
const LIVES_MS = 5 * MINUTE_MS;
/** More tabs than anybody watches. */
const STREAMS_MAX = 20;

/** Answers that stay open are counted per person: each costs a look into the database every second. */
class OpenStreams {
  readonly #open = new Map<number, number>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  /** False when the person has as many as are allowed. */
  take(userId: number): boolean {
    const open = this.#open.get(userId) ?? 0;
    if (open >= this.#max) return false;
    this.#open.set(userId, open + 1);
    return true;
  }

  release(userId: number): void {
    const left = (this.#open.get(userId) ?? 1) - 1;
    if (left > 0) this.#open.set(userId, left);
    else this.#open.delete(userId);
  }
}

const streams = new OpenStreams(STREAMS_MAX);

/**
 * Server-sent events: the version of what a page shows, whenever it changes. The page then fetches itself
 * (`live_page.js`). `versionOf` is asked every second: one cheap statement.
 */
export function liveVersion(app: Admin, visit: Visit, versionOf: () => Promise<string>): Answer {
  const { userId } = visit.user;
  return stream((response) => {
    // Browsers take this answer for "do not come again"; the page still says all when it is loaded anew.
    if (!streams.take(userId)) return void response.status(204).end();
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    response.write(`retry: ${2 * LOOK_MS}\n\n`);
    let said = '';
    let looking = false;
    const look = async (): Promise<void> => {
      if (looking) return;
      looking = true;
      try {
        const version = await versionOf();
        if (version !== said && !response.writableEnded) response.write(`event: version\ndata: ${version}\n\n`);
        said = version;
      } catch (failed) {
        app.log.warn({ err: failed, path: visit.request.path }, `a page's stream ended: ${reasonOf(failed)}`);
        response.end();
      } finally {
        looking = false;
      }
    };
    const timers = [
      setInterval(() => void look(), LOOK_MS),
      // An ended stream stays open while a slow reader has not taken all of it; a further word would be an error.
      setInterval(() => void (response.writableEnded || response.write(': still here\n\n')), HEARTBEAT_MS),
      setTimeout(() => response.end(), LIVES_MS),
    ];
    response.on('close', () => {
      timers.forEach(clearTimeout);
      streams.release(userId);
    });
    void look();
  });
}
