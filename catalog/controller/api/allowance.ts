import type { Response } from 'express';
import { MINUTE_MS, SECOND_MS } from '../../../system/clock';
import { tooManyRequests } from './problems';

/** Requests a token may make in a minute of this process. */
const PER_MINUTE = 300;

interface Minute {
  count: number;
  /** UTC epoch ms. */
  endsAt: number;
}

/** Counts the requests of each token, minute by minute. */
export class Allowance {
  readonly #minutes = new Map<number, Minute>();

  /** Says on the answer how much is left. @throws AppError `too_many_requests` */
  take(tokenId: number, now: number, response: Response): void {
    const known = this.#minutes.get(tokenId);
    const minute = known && known.endsAt > now ? known : { count: 0, endsAt: now + MINUTE_MS };
    minute.count += 1;
    this.#minutes.set(tokenId, minute);
    const seconds = Math.ceil((minute.endsAt - now) / SECOND_MS);
    response.set({
      'ratelimit-limit': String(PER_MINUTE),
      'ratelimit-remaining': String(Math.max(0, PER_MINUTE - minute.count)),
      'ratelimit-reset': String(seconds),
    });
    if (minute.count <= PER_MINUTE) return;
    response.set('retry-after', String(seconds));
    throw tooManyRequests({ values: { seconds } });
  }
}
