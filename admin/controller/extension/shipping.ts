import { listTaxClasses } from '../../../extension/opencart/localisation/classes';
import {
  CHARGE_KEYS,
  CHARGES,
  chargeKey,
  partsOf,
  readCharges,
  saveCharges,
  type Charge,
  type ChargePart,
  type ChargeValues,
} from '../../../extension/opencart/setting/charges';
import { readSettings } from '../../../extension/opencart/setting/settings';
import type { TextFiles } from '../../../language';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn } from '../../../system/http/input';
import type { Admin } from '../../admin';
import { optionsOf, type FieldOption } from '../../fields';
import { lonePage, openForm, type Form } from '../../form/form';
import { under } from '../../form/summary';
import { attempt, FieldErrors, noErrors } from '../../form_errors';
import { savedWithJournal } from '../../journaled';
import type { FieldView } from '../../view/partial/field';
import type { FieldCard, PlainFormView } from '../../view/partial/plain_form';
import type { Visit } from '../../visit';

const ROUTE = 'extension/shipping';
const HOME = `/admin/${ROUTE}`;
const FORM = 'extension/shipping_form';

/** What OpenCart has under Extensions → Shipping and → Order Totals, on one page. */
export async function form(app: Admin, visit: Visit): Promise<Answer> {
  return view(FORM, await formView(app, visit, await readCharges(app.db), noErrors));
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts(ROUTE);
  const posted = Object.fromEntries(CHARGE_KEYS.map((key) => [key, textIn(visit.body, key)]));
  const saved = await attempt(
    visit,
    () =>
      savedWithJournal(app, visit, {
        ...{ route: ROUTE, id: 0 },
        save: (tx) => saveCharges(tx, posted).then(() => 0),
      }),
    text,
  );
  if (!(saved instanceof FieldErrors)) return redirect(HOME, { kind: 'success', text: text.saved });
  return view(FORM, await formView(app, visit, posted, saved), saved.status);
}

/** What an amount means differs by what it belongs to. */
const ENTRIES: Readonly<Record<string, keyof TextFiles[typeof ROUTE]>> = {
  shipping_flat_cost: 'entry_flat_cost',
  shipping_item_cost: 'entry_item_cost',
  shipping_free_total: 'entry_free_total',
  total_handling_total: 'entry_handling_total',
  total_handling_fee: 'entry_handling_fee',
  total_low_order_fee_total: 'entry_low_order_fee_total',
  total_low_order_fee_fee: 'entry_low_order_fee_fee',
};

interface Parts extends Form<TextFiles[typeof ROUTE]> {
  readonly values: ChargeValues;
  readonly taxClasses: readonly FieldOption[];
  /** Of amounts: `EUR`. */
  readonly currency: string;
}

async function formView(app: Admin, visit: Visit, values: ChargeValues, errors: FieldErrors): Promise<PlainFormView> {
  const form = openForm(app, visit, { route: ROUTE, text: visit.texts(ROUTE), errors });
  const { text } = form;
  const taxClasses = [{ value: '0', text: text.no_tax }, ...optionsOf(await listTaxClasses(app.db))];
  const currency = (await readSettings(app.db, 0)).text('config_currency');
  const cards = CHARGES.map((charge) => cardOf({ ...form, values, taxClasses, currency }, charge));
  const fields = cards.flatMap((card) => under(card.heading, card.fields));
  return {
    ...(await lonePage(form, fields)),
    hidden: {},
    cards,
  };
}

function cardOf(parts: Parts, charge: Charge): FieldCard & { readonly heading: string } {
  const { text } = parts;
  const fields = partsOf(charge).map((part) => fieldOf(parts, charge, part));
  return { heading: text[`heading_${charge.code}`], note: text[`note_${charge.code}`], fields };
}

function fieldOf({ field, text, values, taxClasses, currency }: Parts, charge: Charge, part: ChargePart): FieldView {
  const id = chargeKey(charge, part);
  const value = values[id] ?? '';
  if (part === 'status') {
    return field.yesNo({ id, label: text.entry_status, value: value === '1', words: [text.enabled, text.disabled] });
  }
  if (part === 'tax_class_id') {
    return field.select({ id, label: text.entry_tax_class_id, value: value || '0', options: taxClasses });
  }
  const entry = ENTRIES[id];
  const label = entry === undefined ? part : text[entry];
  return field.input({ id, label, value, inputmode: 'decimal', lengthMax: 16, suffix: currency });
}
