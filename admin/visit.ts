import type { Request } from 'express';
import type { ShopUser } from '../extension/opencart/user/user_directory';
import { textsIn, type AdminLanguage, type TextFiles } from '../language';
import { inLanguage, refusalInLanguage } from '../language/sentences';
import type { AppError } from '../system/errors';
import type { Input } from '../system/http/input';
import { readReason } from '../system/reason';

/** One request of a person who is logged in, as a controller sees it. */
export interface Visit {
  readonly user: ShopUser;
  readonly params: Input;
  readonly query: Input;
  /** The posted form. */
  readonly body: Input;
  /** Language of the admin for this person: `en-gb`. */
  readonly language: string;
  /** BCP 47, for amounts and dates: `en-GB`. */
  readonly locale: string;
  /** The client's address, by the trusted proxies. */
  readonly ip: string;
  readonly csrf: string;
  readonly request: Request;
  /** A language file in the visitor's language. */
  texts<Name extends keyof TextFiles>(name: Name): TextFiles[Name];
  /** What the code said in English (an error, a remedy), in the visitor's language, without a technical cause. */
  said(kept: string): string;
  /** What the program refused, in the visitor's language. */
  refused(refusal: AppError): { readonly message: string; readonly remedy: string | null };
  may(kind: 'access' | 'modify', route: string): boolean;
  /** An address of this program, below its base path: `href('/admin/sale/order', { page: 2 })`. */
  href(path: string, query?: Readonly<Record<string, string | number | null>>): string;
}

export function visitOf(
  request: Request,
  user: ShopUser,
  basePath: string,
  { code: language, locale }: AdminLanguage,
): Visit {
  return {
    user,
    params: request.params as Input,
    query: request.query as Input,
    body: (request.body ?? {}) as Input,
    language,
    locale,
    ip: request.ip ?? '',
    csrf: request.formToken,
    request,
    texts: (name) => textsIn(language)[name],
    said: (kept) => inLanguage(language, readReason(kept).sentence),
    refused: ({ code, message, details: { remedy = null, values = {} } }) =>
      refusalInLanguage(language, { code, message, remedy, values }),
    may: (kind, route) => user.permission[kind].includes(route),
    href: (path, query) => hrefOf(basePath, path, query),
  };
}

export function hrefOf(
  basePath: string,
  path: string,
  query: Readonly<Record<string, string | number | null>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== '') search.set(name, String(value));
  return `${basePath}${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
}
