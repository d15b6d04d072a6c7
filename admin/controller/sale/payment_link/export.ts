import { stringify } from 'csv-stringify';
import { DateTime } from 'luxon';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { walkLinks } from '../../../../extension/payment_link/list/link_walk';
import { openAddress } from '../../../../extension/payment_link/link/addresses';
import type { LinkFilter } from '../../../../extension/payment_link/list/link_filter';

import type { Link } from '../../../../extension/payment_link/link/link_row';
import { stream, type Answer } from '../../../../system/http/answer';
import { toDecimalText } from '../../../../system/money';
import type { Admin } from '../../../admin';
import type { Visit } from '../../../visit';
import { filterOf } from './filters';
import { shopOf } from './shop_of';

/** Rows read at once: enough to be quick, few enough to hold. */
const BATCH = 500;

/**
 * The filtered links as CSV, newest first, streamed: a million rows need no more memory than five hundred. Cells that
 * a spreadsheet would take for a formula are disarmed.
 */
export async function exportCsv(app: Admin, visit: Visit): Promise<Answer> {
  const shop = await shopOf(app);
  const filter = filterOf(visit.query, shop);
  const day = DateTime.fromMillis(shop.now, { zone: shop.zone }).toISODate() ?? '';
  return stream(async (response) => {
    response.attachment(`payment-links-${day}.csv`);
    response.type('text/csv; charset=utf-8');
    const csv = stringify({ header: true, bom: true, columns: columnsOf(visit), escape_formulas: true });
    await pipeline(Readable.from(rows(app, visit, filter, shop.zone)), csv, response).catch((failed: unknown) => {
      // The reader went away, or the database did: the download ends short, which the browser shows.
      app.log.warn({ err: failed }, 'an export of payment links ended early');
      response.destroy();
    });
  });
}

function columnsOf(visit: Visit): { key: string; header: string }[] {
  const text = visit.texts('sale/payment_links');
  const column = (key: string, header: string) => ({ key, header });
  return [
    column('order', text.csv_order),
    column('reference', text.csv_reference),
    column('state', text.csv_state),
    column('customer', text.csv_customer),
    column('email', text.csv_email),
    column('amount', text.csv_amount),
    column('currency', text.csv_currency),
    column('made', text.csv_made),
    column('by', text.csv_by),
    column('opened', text.csv_opened),
    column('expires', text.csv_expires),
    column('closed', text.csv_closed),
    column('provider', text.csv_provider),
    column('environment', text.csv_environment),
    column('address', text.csv_address),
  ];
}

async function* rows(app: Admin, visit: Visit, filter: LinkFilter, zone: string) {
  for await (const links of walkLinks(app.db, filter, BATCH))
    for (const link of links) yield row(app, visit, link, zone);
}

/** Amounts as plain decimals and times as local ISO, so that a spreadsheet can compute with them. */
function row(app: Admin, visit: Visit, link: Link, zone: string): Record<string, string> {
  const at = (time: number | null) =>
    time === null ? '' : DateTime.fromMillis(time, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
  return {
    order: link.orderId === null ? '' : String(link.orderId),
    reference: link.reference,
    state: visit.texts('sale/payment_link')[`state_${link.state}`],
    customer: link.customer,
    email: link.email,
    amount: toDecimalText(link.amount),
    currency: link.amount.currency,
    made: at(link.createdAt),
    by: link.createdBy,
    opened: at(link.openedAt),
    expires: at(link.expiresAt),
    closed: at(link.closedAt),
    provider: link.gateway,
    environment: link.environment,
    address: openAddress(app.links.publicUrl, link),
  };
}
