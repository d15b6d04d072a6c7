import { listOrderStatuses } from '../../../extension/opencart/localisation/order_statuses';
import type { OrderFilters } from '../../../extension/opencart/order_list/order_list_types';
import { listStores } from '../../../extension/opencart/setting/stores';
import { decimalIn, textIn, wholeIn, type Input } from '../../../system/http/input';
import { joined } from '../../../system/language';
import type { Admin } from '../../admin';
import type { FieldView } from '../../view/partial/field';
import type { Visit } from '../../visit';
import { optionsOf } from './order_form/fields';

const SEARCH_LENGTH_MAX = 128;

const FILTERS = [
  'filter_order_id',
  'filter_customer',
  'filter_status',
  'filter_store',
  'filter_total',
  'filter_date_from',
  'filter_date_to',
  'filter_modified_from',
  'filter_modified_to',
] as const;

/** What links of the list carry on. */
export const KEPT = ['search', ...FILTERS, 'sort', 'order'] as const;

/** The query of a link that keeps what was filtered and sorted. */
export function kept(query: Input): Record<string, string> {
  return Object.fromEntries(KEPT.map((name) => [name, textIn(query, name)]));
}

export function filtersOf(query: Input): OrderFilters {
  const orderId = wholeIn(query, 'filter_order_id', -1);
  const status = textIn(query, 'filter_status');
  const store = wholeIn(query, 'filter_store', -1);
  const total = decimalIn(query, 'filter_total');
  const date = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(textIn(query, name)) ? textIn(query, name) : undefined);
  const searched = searchedIn(query);
  const filters = {
    orderId: orderId >= 0 ? orderId : searched.orderId,
    customer: textIn(query, 'filter_customer') || searched.customer,
    storeId: store >= 0 ? store : undefined,
    statusIds: /^\d+(,\d+)*$/.test(status) ? status.split(',').map(Number) : undefined,
    total: /^-?\d{1,11}(\.\d{1,4})?$/.test(total) ? total : undefined,
    addedFrom: date('filter_date_from'),
    addedTo: date('filter_date_to'),
    modifiedFrom: date('filter_modified_from'),
    modifiedTo: date('filter_modified_to'),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as OrderFilters;
}

/** The field above the list takes a number, with or without its #, for an order, anything else for a name. */
function searchedIn(query: Input): OrderFilters {
  const text = textIn(query, 'search').slice(0, SEARCH_LENGTH_MAX);
  const [, number] = /^#?(\d{1,9})$/.exec(text) ?? [];
  if (number !== undefined) return { orderId: Number(number) };
  return text === '' ? {} : { customer: text };
}

export async function filterFields(app: Admin, visit: Visit, languageId: number): Promise<FieldView[]> {
  const text = joined(visit.texts('common/form'), visit.texts('sale/order'));
  const value = (name: string): string => textIn(visit.query, name);
  const field = (kind: 'text' | 'date' | 'search', name: string, label: string) =>
    ({ kind, id: name, name, label, value: value(name) }) as const;
  const statuses = (await listOrderStatuses(app.db, languageId)).map(({ statusId, name }) => ({
    value: String(statusId),
    text: name,
  }));
  const stores = (await listStores(app.db)).map(({ storeId, name }) => ({ value: String(storeId), text: name }));
  const select = (name: string, label: string, choices: { value: string; text: string }[]) =>
    ({ kind: 'select', id: name, name, label, options: optionsOf(choices, value(name), text.all) ?? [] }) as const;
  return [
    { ...field('text', 'filter_order_id', text.entry_order_id), inputmode: 'numeric' },
    field('search', 'filter_customer', text.entry_customer),
    select('filter_status', text.entry_status, [...statuses, { value: '0', text: text.missing }]),
    ...(stores.length > 1 ? [select('filter_store', text.entry_store, stores)] : []),
    { ...field('text', 'filter_total', text.entry_total), inputmode: 'decimal' },
    field('date', 'filter_date_from', text.entry_date_from),
    field('date', 'filter_date_to', text.entry_date_to),
    field('date', 'filter_modified_from', text.entry_modified_from),
    field('date', 'filter_modified_to', text.entry_modified_to),
  ];
}
