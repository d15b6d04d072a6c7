import type { Explained } from '../../../system/errors';
import { HttpFailure, type HttpAnswer } from '../../../system/http_client';
import { readJsonMembers } from '../../../system/json';

/** Answers the only question a job asks of a failed call to the shop: may I retry? */
export class ShopApiError extends Error implements Explained {
  override readonly name = 'ShopApiError';

  constructor(
    /**
     * `rejected`: never, as it stands. `unavailable`: nothing happened, retry. `unknown`: it may have happened; read
     * the order before retrying.
     */
    readonly outcome: 'rejected' | 'unavailable' | 'unknown',
    message: string,
    /** What a person can do, one plain sentence; empty when nothing comes to mind. */
    readonly remedy = '',
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }

  get technical(): string | null {
    return this.cause instanceof HttpFailure ? this.cause.message : null;
  }
}

/** `once`: the call changes the shop. A call that only logs in may be repeated whatever became of it. */
export type ShopCallEffect = 'repeatable' | 'once';

const REMEDY_KEY =
  'Check the API user name and key against System → Users → API in the shop, that the API user is enabled, and that the address of this server is in its list of IP addresses.';
const REMEDY_URL = 'Check the shop’s address in the settings: it must be the folder of the storefront’s index.php.';

/** Anything that is no HttpFailure is a mistake of ours and stays what it is. */
export function unanswered(failure: unknown, effect: ShopCallEffect): unknown {
  if (!(failure instanceof HttpFailure)) return failure;
  const outcome = effect === 'once' && failure.mayHaveArrived ? 'unknown' : 'unavailable';
  return new ShopApiError(outcome, 'The shop could not be reached.', '', failure);
}

/**
 * The JSON of an answer.
 * @throws ShopApiError for a page instead of JSON, a server's error, and what the shop itself says no to.
 */
export function readAnswer(answer: HttpAnswer, effect: ShopCallEffect): Readonly<Record<string, unknown>> {
  const json = objectIn(answer.text);
  if (answer.status >= 500 || answer.status === 429 || json === null) throw notUnderstood(answer, effect);
  const error = errorOf(json['error']);
  if (error !== null) throw new ShopApiError('rejected', `The shop said no: ${error}`, REMEDY_KEY);
  return json;
}

/** Turned away before the shop's program ran: nothing happened, and nothing will without a person. */
function notUnderstood(answer: HttpAnswer, effect: ShopCallEffect): ShopApiError {
  const { status } = answer;
  if (status === 429) return new ShopApiError('unavailable', 'The shop asks to slow down (429)');
  if (status >= 300 && status < 500)
    return new ShopApiError('rejected', `The shop’s API answered ${status}`, REMEDY_URL);
  const outcome = effect === 'once' ? 'unknown' : 'unavailable';
  return new ShopApiError(outcome, `The shop’s answer (${status}) could not be understood`, REMEDY_URL);
}

/** PHP may print a warning before its JSON. */
function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  return readJsonMembers(text) ?? readJsonMembers(text.slice(Math.max(0, text.indexOf('{"'))));
}

/** Text, or texts by what they are about. */
function errorOf(error: unknown): string | null {
  if (typeof error === 'string') return error === '' ? null : error;
  if (typeof error !== 'object' || error === null) return null;
  const texts = Object.values(error).filter((text) => typeof text === 'string' && text !== '');
  return texts.length === 0 ? null : texts.join(' ');
}
