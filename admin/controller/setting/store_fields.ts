import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';
import type { Values } from '../../../system/settings';
import { optionsOf, type FieldMore, type FieldOption } from '../../fields';
import type { Form } from '../../form/form';
import type { FieldView } from '../../view/partial/field';
import type { FieldCard } from '../../view/partial/plain_form';
import { zoneFields } from '../../form/zone_fields';
import type { StoreChoices } from './store_choices';

/** What the cards of a store's form are made of. */
export interface StoreParts extends Form<TextFiles['setting/store']> {
  /** Null for one that is being added. */
  readonly storeId: number | null;
  readonly values: Values;
  readonly choices: StoreChoices;
}

export function generalCards({ field, values, text }: StoreParts): FieldCard[] {
  const shown = (key: string): string => String(values[key] ?? '');
  const required = { required: true };
  return [
    {
      heading: text.heading_store,
      fields: [
        field.input({ id: 'name', label: text.entry_name, value: shown('name'), ...required, lengthMax: 64 }),
        field.input({ id: 'owner', label: text.entry_owner, value: shown('owner'), ...required, lengthMax: 64 }),
        field.input({
          kind: 'email',
          id: 'email',
          label: text.entry_email,
          value: shown('email'),
          ...required,
          lengthMax: 96,
          help: text.help_email,
        }),
        field.input({
          kind: 'tel',
          id: 'telephone',
          label: text.entry_telephone,
          value: shown('telephone'),
          lengthMax: 32,
        }),
        field.input({
          kind: 'url',
          id: 'url',
          label: text.entry_url,
          value: shown('url'),
          ...required,
          lengthMax: 255,
          help: text.help_url,
        }),
        field.input({ id: 'logo', label: text.entry_logo, value: shown('logo'), lengthMax: 255, help: text.help_logo }),
        field.input({
          kind: 'textarea',
          id: 'address',
          label: text.entry_address,
          value: shown('address'),
          ...required,
          lengthMax: 256,
          rows: 4,
          wide: true,
          help: text.help_address,
        }),
      ],
    },
  ];
}

export function localCards(parts: StoreParts): FieldCard[] {
  const { field, values, choices, text } = parts;
  const pick = (key: string, label: string, options: readonly FieldOption[], more: FieldMore): FieldView =>
    field.select({ id: key, label, value: String(values[key] ?? ''), options, ...more, required: true });
  const currencies = choices.currencies.map(({ code, title }) => ({ value: code, text: `${title} (${code})` }));
  const languages = choices.languages.map(({ code, name }) => ({ value: code, text: name }));
  const zones = choices.timeZones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }));
  const helpCurrency = fill(text.help_currency, { currency: choices.baseCurrency });
  return [
    {
      heading: text.heading_local,
      fields: [
        ...zoneFields(parts, {
          countryId: Number(values['country_id']),
          zoneId: Number(values['zone_id']),
          countries: choices.countries,
          zones: choices.zones,
          country: { id: 'country_id', name: 'country_id' },
          zone: { id: 'zone_id', name: 'zone_id' },
        }),
        pick('timezone', text.entry_timezone, zones, { help: text.help_timezone }),
        pick('language_catalog', text.entry_language, languages, { help: text.help_language }),
        pick('currency', text.entry_currency, currencies, { help: helpCurrency }),
      ],
    },
  ];
}

export function optionCards(parts: StoreParts): FieldCard[] {
  const { field, values, choices, text } = parts;
  const group = String(values['customer_group_id']);
  return [
    { heading: text.heading_checkout, fields: checkoutFields(parts) },
    { heading: text.heading_stock, fields: stockFields(parts) },
    { heading: text.heading_taxes, fields: taxFields(parts) },
    {
      heading: text.heading_account,
      fields: [
        field.select({
          id: 'customer_group_id',
          label: text.entry_group,
          value: group,
          options: optionsOf(choices.groups),
        }),
      ],
    },
  ];
}

function checkoutFields({ field, values, choices, text }: StoreParts): FieldView[] {
  const statuses = choices.statuses.map(({ statusId, name }) => ({ value: String(statusId), text: name }));
  const ticked = (key: string): string[] => (values[key] as readonly number[]).map(String);
  const one = (key: string): string => String(values[key] ?? 0);
  return [
    field.select({
      id: 'order_status_id',
      label: text.entry_order_status,
      value: one('order_status_id'),
      options: [{ value: '', text: text.select }, ...statuses],
      required: true,
      help: text.help_order_status,
    }),
    ...(['failed', 'void'] as const).map((kind) =>
      field.select({
        id: `${kind}_status_id`,
        label: text[`entry_${kind}_status`],
        value: one(`${kind}_status_id`),
        options: [{ value: '0', text: text.none }, ...statuses],
      }),
    ),
    field.checks({
      id: 'processing_status',
      label: text.entry_processing_status,
      chosen: ticked('processing_status'),
      options: statuses,
      help: text.help_processing_status,
    }),
    field.checks({
      id: 'complete_status',
      label: text.entry_complete_status,
      chosen: ticked('complete_status'),
      options: statuses,
      help: text.help_complete_status,
    }),
    field.input({
      id: 'invoice_prefix',
      label: text.entry_invoice_prefix,
      value: String(values['invoice_prefix']),
      lengthMax: 26,
    }),
  ];
}

function stockFields({ field, values, text }: StoreParts): FieldView[] {
  const words = [text.yes, text.no] as const;
  return (['stock_display', 'stock_warning', 'stock_checkout'] as const).map((key) =>
    field.yesNo({
      id: key,
      label: text[`entry_${key}`],
      value: values[key] === true,
      words,
      help: text[`help_${key}`],
    }),
  );
}

function taxFields({ field, values, text }: StoreParts): FieldView[] {
  const places = [
    { value: '', text: text.tax_none },
    { value: 'shipping', text: text.tax_shipping },
    { value: 'payment', text: text.tax_payment },
  ];
  return [
    field.yesNo({ id: 'tax', label: text.entry_tax, value: values['tax'] === true, words: [text.yes, text.no] }),
    field.select({
      id: 'tax_default',
      label: text.entry_tax_default,
      value: String(values['tax_default']),
      options: places,
      help: text.help_tax_default,
    }),
    field.select({
      id: 'tax_customer',
      label: text.entry_tax_customer,
      value: String(values['tax_customer']),
      options: places,
    }),
  ];
}
