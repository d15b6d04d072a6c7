import { linkJson } from '../../../extension/payment_link/list/link_json';
import { findLink } from '../../../extension/payment_link/link/links';
import { cancelLink, renewLink, resendLink } from '../../../extension/payment_link/person/person_actions';
import { linkNotFound } from '../../../extension/payment_link/person/person_errors';
import { Link } from '../../api_shapes';
import { RenewWish, ResendWish } from '../../api_wishes';
import type { Catalog } from '../../catalog';
import { endpoint, type ApiAnswer, type Endpoint } from './endpoint';

const cancel = endpoint({
  method: 'post',
  path: '/links/{id}/cancel',
  operation: 'cancelLink',
  summary: 'Close a link, here and at the provider',
  description: 'Also when a payment is on its way. Money that has arrived by then is kept, and the link is paid.',
  status: 202,
  answer: Link,
  problems: [404, 409],
  async run({ app, id, person }) {
    await cancelLink(app.links, id, person);
    return asItIs(app, id);
  },
});

const resend = endpoint({
  method: 'post',
  path: '/links/{id}/resend',
  operation: 'resendLink',
  summary: 'Mail a link again',
  status: 202,
  body: ResendWish,
  answer: Link,
  problems: [404, 409, 422],
  async run({ app, id, person, body: { email, words } }) {
    const mail = { ...(email === undefined ? {} : { recipient: email }), ...(words === undefined ? {} : { words }) };
    await resendLink(app.links, id, person, mail);
    return asItIs(app, id);
  },
});

const renew = endpoint({
  method: 'post',
  path: '/links/{id}/renew',
  operation: 'renewLink',
  summary: 'A new attempt behind the same address',
  description: 'An open one gives way to it. This is also how a link gets more time.',
  status: 202,
  body: RenewWish,
  answer: Link,
  problems: [404, 409],
  async run({ app, id, person, body: { lifetime_seconds: lifetimeSeconds, mail } }) {
    await renewLink(app.links, id, person, { mail, ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }) });
    return asItIs(app, id);
  },
});

/** The act itself is done by a job: the answer is the link as it is now. */
async function asItIs(app: Catalog, id: number): Promise<ApiAnswer> {
  const link = await findLink(app.db, id);
  if (!link) throw linkNotFound();
  return { body: linkJson(app.links.publicUrl, link) };
}

export const ACT_ENDPOINTS: readonly Endpoint[] = [cancel, resend, renew];
