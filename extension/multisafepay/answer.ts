import { z } from 'zod';
import type { HttpAnswer } from '../../system/http_client';
import { cutText, plainText } from '../../system/plain_text';
import { GatewayError } from '../payment_link/gateway';
import { notUnderstood, tooMany, type Effect } from '../payment_link/gateways/gateway_failure';
import { parseExact } from './exact_json';
import { KEY_REMEDY, remedyOf } from './remedies';

export const PROVIDER = 'MultiSafepay';

const envelope = z.object({
  success: z.unknown().optional(),
  data: z.unknown().optional(),
  error_code: z.union([z.number(), z.string()]).nullish().catch(null),
  error_info: z.string().nullish().catch(null),
  message: z.string().nullish().catch(null),
  errors: z
    .array(z.object({ message: z.string() }))
    .nullish()
    .catch(null),
});
type Envelope = z.infer<typeof envelope>;

/**
 * The `data` of a successful answer. The HTTP status alone says little: business errors come as 404, wrong keys as 401
 * or 403, each in another shape. @throws GatewayError
 */
export function dataOf(answer: HttpAnswer, effect: Effect): unknown {
  if (answer.status === 429) throw tooMany(PROVIDER, answer);
  const body = bodyOf(answer.text);
  if (body && isSuccess(body, answer.status)) return body.data;
  if (answer.status >= 500 || !body || !saysWhy(body)) throw notUnderstood(PROVIDER, answer, effect);
  throw refusal(body, answer.status, effect);
}

function bodyOf(text: string): Envelope | null {
  try {
    return envelope.parse(parseExact(text));
  } catch {
    return null;
  }
}

function isSuccess(body: Envelope, status: number): boolean {
  if (body.success === true || body.success === 'true') return true;
  return body.success === undefined && status < 300 && isFilled(body.data);
}

function isFilled(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.keys(data).length > 0;
}

function saysWhy(body: Envelope): boolean {
  return Boolean(body.error_code) || Boolean(body.error_info) || Boolean(body.message);
}

function refusal(body: Envelope, status: number, effect: Effect): GatewayError {
  const code = body.error_code ? String(body.error_code) : '';
  const said = [body.error_info ?? body.message, ...(body.errors ?? []).map(({ message }) => message)].filter(Boolean);
  const keyRefused = code === '1032' || status === 401 || (status === 403 && code === '');
  return new GatewayError('rejected', sentence(said.join(' '), code), {
    remedy: keyRefused ? KEY_REMEDY : remedyOf(code),
    ...(code || keyRefused ? { code: code || '1032' } : {}),
    ...(isUnknownReference(code, status, effect) ? { unknownReference: true } : {}),
  });
}

/** Unknown orders answer 1006, or 1000 with 404 or 410; without a code 404 means the same. */
function isUnknownReference(code: string, status: number, effect: Effect): boolean {
  if (effect === 'creates') return false;
  return code === '1006' || status === 410 || (status === 404 && (code === '' || code === '1000'));
}

function sentence(said: string, code: string): string {
  const words = cutText(plainText(said), 300) || 'MultiSafepay refused without saying why';
  return code === '' ? words : `${words} (${code})`;
}
