import type { Request, Response } from 'express';
import { chooseLanguage, findLanguage } from '../../language/customer';
import { isSlug, isToken } from '../../extension/payment_link/free/pay_names';
import { textIn, wholeIn } from '../../system/http/input';
import type { Catalog } from '../catalog';
import type { PayFacts } from './pay_facts';
import type { PayMoment } from './pay_state';
import { ASKED, type Shown } from './shown';

const COOKIE = 'pay_language';

/** A token, or a slug in whatever case: anything else is no address of ours ('' here), and costs no look into the database. */
export function nameOf(request: Request): string {
  const { name } = request.params;
  if (typeof name !== 'string') return '';
  return isToken(name) ? name : isSlug(name.toLowerCase()) ? name.toLowerCase() : '';
}

/** The query decides how things are said, never what is true. */
export function readVisit(
  request: Request,
  moment: PayMoment,
  facts: PayFacts,
  now: number,
): Pick<Shown, 'visit' | 'language' | 'chosen' | 'asked' | 'amountChanged'> {
  const asked = textIn(request.query, 'asked');
  const wished = chosenLanguage(request);
  const pressed = moment === 'open' && textIn(request.query, 'pressed') === '1';
  return {
    visit: { moment: pressed ? 'pressed' : moment, looks: Math.max(0, wholeIn(request.query, 'look')), now },
    chosen: findLanguage(wished) !== null,
    language: chooseLanguage(wished, languageOf(facts), facts.shop.language),
    asked: ASKED.find((one) => one === asked) ?? null,
    amountChanged: textIn(request.query, 'changed') === '1',
  };
}

function languageOf({ order, link }: PayFacts): string {
  return order?.languageCode ?? link.snapshot.language;
}

/** By the page's links, or on an earlier page: the provider sends people back to an address without a language. */
function chosenLanguage(request: Request): string {
  const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{2,10})`).exec(request.get('cookie') ?? '');
  return textIn(request.query, 'language') || (cookie?.[1] ?? '');
}

export function rememberLanguage(app: Catalog, response: Response, token: string, code: string): void {
  const path = `${app.config.basePath}/pay/${token}`;
  const secure = app.config.publicUrl.startsWith('https:');
  response.cookie(COOKIE, code, { path, secure, httpOnly: true, sameSite: 'lax' });
}

/** The page itself, after a POST; a language in the form's address goes along. */
export function pageAddress(app: Catalog, request: Request, query: Readonly<Record<string, string>>): string {
  const language = findLanguage(textIn(request.query, 'language'));
  const all = new URLSearchParams({ ...(language ? { language: language.code } : {}), ...query }).toString();
  return `${app.config.basePath}/pay/${nameOf(request)}${all === '' ? '' : `?${all}`}`;
}
