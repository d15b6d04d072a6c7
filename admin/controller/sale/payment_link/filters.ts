import { DateTime } from 'luxon';
import { listCurrencies } from '../../../../extension/opencart/localisation/currencies';
import { listStores } from '../../../../extension/opencart/setting/stores';
import { listUsers } from '../../../../extension/opencart/user/users';
import { LINK_STATES, type LinkState } from '../../../../extension/payment_link/link/link';
import type { LinkFilter } from '../../../../extension/payment_link/list/link_filter';
import { HOUR_MS } from '../../../../system/clock';
import { exponentOf, isCurrency } from '../../../../system/currencies';
import { decimalIn, textIn, type Input } from '../../../../system/http/input';
import { moneyFromDecimal } from '../../../../system/money';
import { joined } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { FieldView } from '../../../view/partial/field';
import type { Visit } from '../../../visit';

export const FILTERS = [
  'filter_state',
  'filter_need',
  'filter_store',
  'filter_staff',
  'filter_date_from',
  'filter_date_to',
  'filter_currency',
  'filter_amount_from',
  'filter_amount_to',
] as const;

const NEEDS = ['person', 'expiring', 'failed', 'expired', 'twice'] as const;
type Need = (typeof NEEDS)[number];

const OPEN: readonly LinkState[] = ['requested', 'active', 'declined'];
const SOON_MS = 48 * HOUR_MS;
const TEXT_LENGTH_MAX = 200;

/** What the address of the list asks for. What makes no sense is left out. */
export function filterOf(query: Input, shop: { now: number; zone: string; currency: string }): LinkFilter {
  const text = textIn(query, 'search').slice(0, TEXT_LENGTH_MAX);
  const store = textIn(query, 'filter_store');
  const chosen = textIn(query, 'filter_currency');
  const currency = isCurrency(chosen) ? chosen : undefined;
  const need = NEEDS.find((one) => one === textIn(query, 'filter_need'));
  const day = (name: string) => dayIn(query, name, shop.zone);
  const amount = (name: string) => amountIn(query, name, currency ?? shop.currency);
  return defined({
    text: text || undefined,
    states: statesOf(textIn(query, 'filter_state')),
    storeId: /^\d{1,9}$/.test(store) ? Number(store) : undefined,
    createdBy: textIn(query, 'filter_staff') || undefined,
    createdFrom: day('filter_date_from')?.toMillis(),
    createdTo: day('filter_date_to')?.plus({ days: 1 }).toMillis(),
    currency,
    amountMin: amount('filter_amount_from'),
    amountMax: amount('filter_amount_to'),
    ...(need ? needOf(need, shop.now) : {}),
  });
}

function statesOf(chosen: string): readonly LinkState[] | undefined {
  if (chosen === 'open') return OPEN;
  const state = LINK_STATES.find((one) => one === chosen);
  return state && [state];
}

function needOf(need: Need, now: number): LinkFilter {
  switch (need) {
    case 'person':
      return { needsPerson: true };
    case 'expiring':
      return { states: ['active', 'declined'], expiresFrom: now, expiresBefore: now + SOON_MS };
    case 'failed':
      return { states: ['failed'] };
    case 'expired':
      return { states: ['expired'] };
    case 'twice':
      return { flag: 'paid_twice' };
  }
}

function dayIn(query: Input, name: string, zone: string): DateTime | null {
  const text = textIn(query, name);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = DateTime.fromISO(text, { zone });
  return day.isValid ? day : null;
}

/** Typed in major units, compared in minor ones. */
function amountIn(query: Input, name: string, currency: string): number | undefined {
  const text = decimalIn(query, name);
  if (!/^\d{1,10}(\.\d{1,4})?$/.test(text) || !isCurrency(currency)) return undefined;
  return (text.split('.')[1]?.length ?? 0) <= exponentOf(currency) ? moneyFromDecimal(text, currency).minor : undefined;
}

function defined(filter: { [Key in keyof LinkFilter]: LinkFilter[Key] | undefined }): LinkFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as LinkFilter;
}

type Choice = { readonly value: string; readonly text: string };

/** A store or a currency can be chosen where there is more than one. */
export async function filterFields(app: Admin, visit: Visit): Promise<FieldView[]> {
  const text = joined(visit.texts('common/form'), visit.texts('sale/payment_links'));
  const states: Readonly<Record<string, string>> = visit.texts('sale/payment_link');
  const select = (name: string, label: string, choices: readonly Choice[]): FieldView =>
    selectField(name, label, [{ value: '', text: text.all }, ...choices], textIn(visit.query, name));
  const dateField = (name: string, label: string): FieldView => {
    return { kind: 'date', id: name, name, label, value: textIn(visit.query, name) };
  };
  const amountField = (name: string, label: string): FieldView => {
    return { kind: 'text', id: name, name, label, value: textIn(visit.query, name), inputmode: 'decimal' };
  };
  const linkStates = LINK_STATES.map((state) => ({ value: state, text: states[`state_${state}`] ?? state }));
  const needs = NEEDS.map((need) => ({ value: need, text: text[`need_${need}`] }));
  const stores = (await listStores(app.db)).map((one) => ({ value: String(one.storeId), text: one.name }));
  const currencies = (await listCurrencies(app.db)).map(({ code }) => ({ value: code, text: code }));
  const staff = (await listUsers(app.db)).map(({ username }) => ({ value: username, text: username }));
  return [
    select('filter_state', text.entry_state, [{ value: 'open', text: text.state_open }, ...linkStates]),
    select('filter_need', text.entry_need, needs),
    ...(stores.length > 1 ? [select('filter_store', text.entry_store, stores)] : []),
    select('filter_staff', text.entry_staff, [...staff, { value: 'system', text: text.staff_system }]),
    dateField('filter_date_from', text.entry_date_from),
    dateField('filter_date_to', text.entry_date_to),
    ...(currencies.length > 1 ? [select('filter_currency', text.entry_currency, currencies)] : []),
    amountField('filter_amount_from', text.entry_amount_from),
    amountField('filter_amount_to', text.entry_amount_to),
  ];
}

function selectField(name: string, label: string, choices: readonly Choice[], chosen: string): FieldView {
  const options = choices.map((one) => ({ ...one, selected: one.value === chosen }));
  return { kind: 'select', id: name, name, label, options };
}
