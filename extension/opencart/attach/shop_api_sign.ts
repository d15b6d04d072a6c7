import { createHash, createHmac } from 'node:crypto';
import { escapeText } from '../escaping';

/** Fields of a form, in the order in which they are sent. */
export type FormFields = readonly (readonly [name: string, value: string])[];

/** Everything a call to OpenCart 4.1's API is signed over. */
export interface SignedCall {
  readonly route: string;
  readonly call: string;
  readonly username: string;
  /** As the shop sees it in the request: with the port where it is not the usual one. */
  readonly host: string;
  /** Of the shop's `index.php`, ending in "/". */
  readonly directory: string;
  readonly storeId: number;
  readonly language: string;
  readonly currency: string;
  readonly body: FormFields;
  /** Seconds since 1970; the shop allows 450 on either side. */
  readonly time: number;
}

/** HMAC-SHA1 over one line each, in base64. The body goes in by the MD5 of what PHP makes of it, not of what is sent. */
export function signCall(key: string, signed: SignedCall): string {
  const lines = [
    signed.route,
    signed.call,
    signed.username,
    signed.host,
    signed.directory,
    String(signed.storeId),
    signed.language,
    signed.currency,
    createHash('md5')
      .update(formBody(signed.body.map(asPhpReads)))
      .digest('hex'),
    String(signed.time),
  ];
  return createHmac('sha1', key)
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('base64');
}

/** PHP escapes and trims every value on its way in, before the shop computes the MD5. */
function asPhpReads([name, value]: FormFields[number]): FormFields[number] {
  return [name, escapeText(value).replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, '')];
}

/** As PHP's http_build_query: a space is "+", and everything but letters, digits and "-_." is a percent code. */
export function formBody(fields: FormFields): string {
  return fields.map(([name, value]) => `${phpEncode(name)}=${phpEncode(value)}`).join('&');
}

function phpEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
