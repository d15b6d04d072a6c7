import { askForLink } from '../../../extension/payment_link/make/ask_link';
import { createFreeLink } from '../../../extension/payment_link/free/free_link';
import { linkJson, paymentJson, refundJson } from '../../../extension/payment_link/list/link_json';
import { listLinksBelow, type LinkFilter } from '../../../extension/payment_link/list/link_lists';
import type { Link } from '../../../extension/payment_link/link/link_row';
import { findLink, listLinksOfOrder } from '../../../extension/payment_link/link/links';
import { linkOfOnce } from '../../../extension/payment_link/make/once_links';
import { listPayments } from '../../../extension/payment_link/settle/payments';
import { orderNotFound } from '../../../extension/payment_link/order/order_refusals';
import { linkNotFound } from '../../../extension/payment_link/person/person_errors';
import { listRefunds } from '../../../extension/payment_link/refund/refunds';
import { money } from '../../../system/money';
import type { z } from 'zod';
import { Link as LinkShape, LinkDetails, LinkPage, OrderLinks } from '../../api_shapes';
import { LinkQuery, LinkWish } from '../../api_wishes';
import { cursorAfter, readCursor } from './cursor';
import { endpoint, type ApiCall, type Endpoint } from './endpoint';

const listAll = endpoint({
  method: 'get',
  path: '/links',
  operation: 'listLinks',
  summary: 'Links, newest first',
  status: 200,
  query: LinkQuery,
  answer: LinkPage,
  problems: [],
  async run({ app, query }) {
    const below = query.cursor === undefined ? null : readCursor(query.cursor);
    const found = await listLinksBelow(app.db, filterOf(query), { below, limit: query.limit + 1 });
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    const data = page.map((link) => linkJson(app.links.publicUrl, link));
    return { body: { data, next_cursor: last ? cursorAfter(last.linkId) : null } };
  },
});

function filterOf(query: z.output<typeof LinkQuery>): LinkFilter {
  const { state, order_id: orderId, store_id: storeId, search, needs_person: needs } = query;
  const { created_from: from, created_to: to } = query;
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(orderId === undefined ? {} : { orderId }),
    ...(storeId === undefined ? {} : { storeId }),
    ...(search === undefined ? {} : { text: search }),
    ...(needs === undefined ? {} : { flagged: needs === 'true' }),
    ...(from === undefined ? {} : { createdFrom: Date.parse(from) }),
    ...(to === undefined ? {} : { createdTo: Date.parse(to) }),
  };
}

const create = endpoint({
  method: 'post',
  path: '/links',
  operation: 'createLink',
  summary: 'Make a link, for an order or without one',
  description:
    'The link is written at once, in the state `requested`, and its address is good from then on; the provider is ' +
    'asked within a second. Repeated with the same Idempotency-Key, it answers the link that was made the first time.',
  idempotency: 'optional',
  status: 201,
  body: LinkWish,
  answer: LinkShape,
  problems: [404, 409, 422],
  async run(call) {
    const { app, once } = call;
    const before = once && (await linkOfOnce(app.db, once));
    const link = before ?? (await make(call));
    const body = linkJson(app.links.publicUrl, link);
    return { body, location: `/links/${link.linkId}`, replayed: before !== null };
  },
});

async function make({ app, body, once, person }: ApiCall<unknown, LinkWish>): Promise<Link> {
  const { lifetime_seconds: lifetimeSeconds, mail } = body;
  const shared = { mail, ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }), ...(once ? { once } : {}) };
  if ('order_id' in body) return askForLink(app.links, { orderId: body.order_id, ...shared }, person);
  const { store_id: storeId, amount, description, email, name, language, gateway, slug } = body;
  const terms = { storeId, amount: money(amount.minor, amount.currency), description, email, name, language };
  const more = { ...(gateway === undefined ? {} : { gateway }), ...(slug === undefined ? {} : { slug }) };
  return createFreeLink(app.links, { ...terms, ...shared, ...more }, person);
}

const show = endpoint({
  method: 'get',
  path: '/links/{id}',
  operation: 'getLink',
  summary: 'One link with its payments and refunds',
  status: 200,
  answer: LinkDetails,
  problems: [404],
  async run({ app, id }) {
    const link = await findLink(app.db, id);
    if (!link) throw linkNotFound();
    const payments = (await listPayments(app.db, id)).map(paymentJson);
    const refunds = (await listRefunds(app.db, id)).map(refundJson);
    return { body: { ...linkJson(app.links.publicUrl, link), payments, refunds } };
  },
});

const ofOrder = endpoint({
  method: 'get',
  path: '/orders/{id}/links',
  operation: 'listOrderLinks',
  summary: 'Every attempt of an order',
  status: 200,
  answer: OrderLinks,
  problems: [404],
  async run({ app, id }) {
    const links = await listLinksOfOrder(app.db, id);
    // The links of a deleted order are still there to be read.
    if (links.length === 0 && !(await app.links.orderBook.findOrder(app.db, id))) {
      throw orderNotFound({ values: { order_id: id } });
    }
    return { body: { data: links.map((link) => linkJson(app.links.publicUrl, link)) } };
  },
});

export const LINK_ENDPOINTS: readonly Endpoint[] = [listAll, create, show, ofOrder];
