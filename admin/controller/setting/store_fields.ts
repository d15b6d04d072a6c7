import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';
import type { Values } from '../../../system/settings';
import { optionsOf, type FieldMaker, type FieldMore, type FieldOption } from '../../fields';
import type { FieldView } from '../../view/partial/field';
import type { FieldCard } from '../../view/partial/plain_form';
import { zoneFields } from '../../zone_fields';
import type { StoreChoices } from './store_choices';

export type StoreTexts = TextFiles['setting/store'] & TextFiles['common/form'];

/** What the cards of a store's form are made of. */
export interface StoreParts {
  readonly maker: FieldMaker;
  readonly values: Values;
  readonly choices: StoreChoices;
  readonly text: StoreTexts;
  readonly zonesHref: string;
}

export function generalCards({ maker, values, text }: StoreParts): FieldCard[] {
  const shown = (key: string): string => String(values[key] ?? '');
  const required = { required: true };
  return [
    {
      heading: text.heading_store,
      fields: [
        maker.input('text', 'name', text.entry_name, shown('name'), { ...required, lengthMax: 64 }),
        maker.input('text', 'owner', text.entry_owner, shown('owner'), { ...required, lengthMax: 64 }),
        maker.input('email', 'email', text.entry_email, shown('email'), {
          ...{ ...required, lengthMax: 96, help: text.help_email },
        }),
        maker.input('tel', 'telephone', text.entry_telephone, shown('telephone'), { lengthMax: 32 }),
        maker.input('url', 'url', text.entry_url, shown('url'), { ...required, lengthMax: 255, help: text.help_url }),
        maker.input('text', 'logo', text.entry_logo, shown('logo'), { lengthMax: 255, help: text.help_logo }),
        maker.input('textarea', 'address', text.entry_address, shown('address'), {
          ...{ ...required, lengthMax: 256, rows: 4, wide: true, help: text.help_address },
        }),
      ],
    },
  ];
}

export function localCards({ maker, values, choices, text, zonesHref }: StoreParts): FieldCard[] {
  const pick = (key: string, label: string, options: readonly FieldOption[], more: FieldMore): FieldView =>
    maker.select(key, label, String(values[key] ?? ''), options, { ...more, required: true });
  const currencies = choices.currencies.map(({ code, title }) => ({ value: code, text: `${title} (${code})` }));
  const languages = choices.languages.map(({ code, name }) => ({ value: code, text: name }));
  const zones = choices.timeZones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }));
  return [
    {
      heading: text.heading_local,
      fields: [
        ...zoneFields(maker, {
          countryId: Number(values['country_id']),
          zoneId: Number(values['zone_id']),
          countries: choices.countries,
          zones: choices.zones,
          zonesHref,
          country: { id: 'country_id', label: text.entry_country, more: {} },
          zone: { id: 'zone_id', label: text.entry_zone, more: {} },
          words: text,
        }),
        pick('timezone', text.entry_timezone, zones, { help: text.help_timezone }),
        pick('language_catalog', text.entry_language, languages, { help: text.help_language }),
        pick('currency', text.entry_currency, currencies, {
          help: fill(text.help_currency, { currency: choices.baseCurrency }),
        }),
      ],
    },
  ];
}

export function optionCards(parts: StoreParts): FieldCard[] {
  const { maker, values, choices, text } = parts;
  const group = String(values['customer_group_id']);
  return [
    { heading: text.heading_checkout, fields: checkoutFields(parts) },
    { heading: text.heading_stock, fields: stockFields(parts) },
    { heading: text.heading_taxes, fields: taxFields(parts) },
    {
      heading: text.heading_account,
      fields: [maker.select('customer_group_id', text.entry_group, group, optionsOf(choices.groups))],
    },
  ];
}

function checkoutFields({ maker, values, choices, text }: StoreParts): FieldView[] {
  const statuses = choices.statuses.map(({ statusId, name }) => ({ value: String(statusId), text: name }));
  const ticked = (key: string): string[] => (values[key] as readonly number[]).map(String);
  const one = (key: string): string => String(values[key] ?? 0);
  return [
    maker.select(
      'order_status_id',
      text.entry_order_status,
      one('order_status_id'),
      [{ value: '', text: text.select }, ...statuses],
      { required: true, help: text.help_order_status },
    ),
    ...(['failed', 'void'] as const).map((kind) =>
      maker.select(`${kind}_status_id`, text[`entry_${kind}_status`], one(`${kind}_status_id`), [
        { value: '0', text: text.none },
        ...statuses,
      ]),
    ),
    maker.checks('processing_status', text.entry_processing_status, ticked('processing_status'), statuses, {
      help: text.help_processing_status,
    }),
    maker.checks('complete_status', text.entry_complete_status, ticked('complete_status'), statuses, {
      help: text.help_complete_status,
    }),
    maker.input('text', 'invoice_prefix', text.entry_invoice_prefix, String(values['invoice_prefix']), {
      lengthMax: 26,
    }),
  ];
}

function stockFields({ maker, values, text }: StoreParts): FieldView[] {
  const words = [text.yes, text.no] as const;
  return (['stock_display', 'stock_warning', 'stock_checkout'] as const).map((key) =>
    maker.yesNo(key, text[`entry_${key}`], values[key] === true, words, { help: text[`help_${key}`] }),
  );
}

function taxFields({ maker, values, text }: StoreParts): FieldView[] {
  const places = [
    { value: '', text: text.tax_none },
    { value: 'shipping', text: text.tax_shipping },
    { value: 'payment', text: text.tax_payment },
  ];
  return [
    maker.yesNo('tax', text.entry_tax, values['tax'] === true, [text.yes, text.no]),
    maker.select('tax_default', text.entry_tax_default, String(values['tax_default']), places, {
      help: text.help_tax_default,
    }),
    maker.select('tax_customer', text.entry_tax_customer, String(values['tax_customer']), places),
  ];
}
