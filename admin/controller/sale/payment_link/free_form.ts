import { createHash, randomBytes } from 'node:crypto';
import { openAddress } from '../../../../extension/payment_link/link/addresses';
import { createFreeLink } from '../../../../extension/payment_link/free/free_link';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { readTyped, type TypedFreeLink } from '../../../../extension/payment_link/free/typed_free_link';
import { DAY_MS, SECOND_MS } from '../../../../system/clock';
import { badRequest } from '../../../../system/errors';
import { redirect, view, type Answer } from '../../../../system/http/answer';
import { textIn, wholeIn } from '../../../../system/http/input';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { attempt, FieldErrors, noErrors } from '../../../form_errors';
import { personOf } from '../../../settings_room';
import type { Visit } from '../../../visit';
import { panelPath } from '../order_info/panel';
import { freePage } from './free_facts';
import { blankForm, freeFormView } from './free_fields';

/** A new payment link without an order. */
export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const typed = await blankForm(app);
  return view('sale/free_link', await freeFormView(app, visit, { typed, token: newToken(), errors: noErrors }));
}

/** One form is one link, however often it is sent; what was changed in it since is another one. */
export async function create(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('sale/payment_link_form');
  const token = textIn(visit.body, 'form_token');
  if (!/^[0-9a-f]{32}$/.test(token)) throw badRequest();
  const made = await attempt(visit, () => make(app, visit, token), text);
  if (made instanceof FieldErrors) {
    const again = await freeFormView(app, visit, { typed: typedIn(visit), token, errors: made });
    return view('sale/free_link', again, made.status);
  }
  const address = openAddress(app.links.publicUrl, made);
  return redirect(panelPath(freePage(made.linkId)), {
    kind: 'success',
    text: fill(text.made, { reference: made.reference, address }),
  });
}

function make(app: Admin, visit: Visit, token: string): Promise<Link> {
  const typed = typedIn(visit);
  const fingerprint = createHash('sha256').update(JSON.stringify(typed)).digest('hex');
  const once = { key: `form:${token}:${fingerprint}`, fingerprint };
  return createFreeLink(app.links, { ...readTyped(typed), once }, personOf(visit));
}

function typedIn({ body }: Visit): TypedFreeLink {
  const days = textIn(body, 'lifetime');
  return {
    storeId: wholeIn(body, 'store_id'),
    amount: textIn(body, 'amount'),
    currency: textIn(body, 'currency'),
    description: textIn(body, 'description'),
    email: textIn(body, 'email'),
    name: textIn(body, 'name'),
    language: textIn(body, 'language'),
    slug: textIn(body, 'slug'),
    ...(days === '' ? {} : { lifetimeSeconds: (Number(days) * DAY_MS) / SECOND_MS }),
  };
}

function newToken(): string {
  return randomBytes(16).toString('hex');
}
