import { z } from 'zod';
import type { HttpAnswer } from '../../system/http_client';
import { readJsonMembers } from '../../system/json';
import { cutText, plainText } from '../../system/plain_text';
import { text } from '../../system/lenient';
import { GatewayError } from '../payment_link/gateway';
import { notUnderstood, tooMany, type Effect } from '../payment_link/gateways/gateway_failure';
import { remedyOf } from './remedies';

export const PROVIDER = 'Midtrans';

/** Of both families: links answer `error_messages` (a list, or plain text), transactions `status_code` and a message. */
const refusalShape = z.object({
  status_code: text,
  status_message: text,
  error_messages: z.unknown().optional(),
  validation_messages: z.unknown().optional(),
});

/**
 * The body of a successful answer. Transactions may refuse with HTTP 200 and a `status_code` of 400 and more in the
 * body; 407 there only says that the payment expired. @throws GatewayError
 */
export function bodyOf(answer: HttpAnswer, effect: Effect): unknown {
  if (answer.status === 429) throw tooMany(PROVIDER, answer);
  const body = parsed(answer.text);
  const code = codeOf(body, answer.status);
  if (code === 429) throw tooMany(PROVIDER, answer);
  if (body && (code < 300 || code === 407)) return body;
  if (code >= 500 || (!body && !(code === 404 && answer.text.trim() === ''))) {
    throw notUnderstood(PROVIDER, answer, effect);
  }
  throw refusal(body, code, effect);
}

function parsed(answer: string): Readonly<Record<string, unknown>> | null {
  const members = readJsonMembers(answer);
  return Array.isArray(members) ? null : members;
}

/** The body's own code counts where it has one. */
function codeOf(body: Record<string, unknown> | null, status: number): number {
  const own = Number(body?.['status_code'] ?? Number.NaN);
  return status < 300 && Number.isInteger(own) ? own : status;
}

function refusal(body: Record<string, unknown> | null, code: number, effect: Effect): GatewayError {
  const said = refusalShape.parse(body ?? {});
  const messages = [said.status_message, ...messagesIn(said.error_messages), ...messagesIn(said.validation_messages)];
  const words = cutText(plainText(messages.filter(Boolean).join(' ')), 300) || 'Midtrans refused without saying why';
  return new GatewayError('rejected', `${words} (${code})`, {
    code: String(code),
    remedy: remedyOf(code),
    ...(code === 404 && effect !== 'creates' ? { unknownReference: true } : {}),
  });
}

function messagesIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}
