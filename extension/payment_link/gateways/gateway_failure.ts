import { HOUR_MS } from '../../../system/clock';
import { HttpFailure, type HttpAnswer } from '../../../system/http_client';
import { GatewayError } from '../gateway';

/**
 * What a failed call leaves behind. `repeatable`: asking again changes nothing, so a failure is as good as nothing
 * happened. `once`: it may have been done. `creates`: likewise, and a refusal may mean that the reference is taken.
 */
export type Effect = 'repeatable' | 'once' | 'creates';

/** For a call whose outcome cannot be told from what came back. */
function outcomeOf(effect: Effect): 'unavailable' | 'unknown' {
  return effect === 'repeatable' ? 'unavailable' : 'unknown';
}

/** A call without an answer. Anything that is no HttpFailure is a mistake of ours and stays what it is. */
export function unanswered(provider: string, failure: unknown, effect: Effect): unknown {
  if (!(failure instanceof HttpFailure)) return failure;
  const outcome = failure.mayHaveArrived ? outcomeOf(effect) : 'unavailable';
  const technical = failure.message;
  return new GatewayError(outcome, `${provider} could not be reached.`, { technical, cause: failure });
}

/** 429: nothing was done. */
export function tooMany(provider: string, answer: HttpAnswer): GatewayError {
  return new GatewayError('unavailable', `${provider} asks to slow down (429)`, pauseOf(answer));
}

/** An answer that is no answer: a server error, a page instead of JSON, nothing at all. */
export function notUnderstood(provider: string, answer: HttpAnswer, effect: Effect): GatewayError {
  const message = `${provider}'s answer (${answer.status}) could not be understood`;
  return new GatewayError(outcomeOf(effect), message, pauseOf(answer));
}

/** A provider may ask for days, and the order's customer would wait for them. */
const PAUSE_MAX_MS = HOUR_MS;

function pauseOf({ retryAfterMs }: HttpAnswer): { retryAfterMs?: number } {
  return retryAfterMs === null ? {} : { retryAfterMs: Math.min(retryAfterMs, PAUSE_MAX_MS) };
}
