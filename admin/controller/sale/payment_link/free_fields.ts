import { readSettings } from '../../../../extension/opencart/setting/settings';
import { openAddress } from '../../../../extension/payment_link/link/addresses';
import { DESCRIPTION_MAX } from '../../../../extension/payment_link/free/check_free_link';
import { SLUG_LENGTH } from '../../../../extension/payment_link/free/pay_names';
import type { TypedFreeLink } from '../../../../extension/payment_link/free/typed_free_link';
import type { TextFiles } from '../../../../language';
import { CUSTOMER_LANGUAGES, chooseLanguage } from '../../../../language/customer';
import { DAY_MS, SECOND_MS } from '../../../../system/clock';
import { isCurrency } from '../../../../system/currencies';
import { fill, joined } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { fieldMaker, optionsOf, type FieldMaker } from '../../../fields';
import { summaryOf } from '../../../form/summary';
import type { FieldErrors } from '../../../form_errors';
import type { FieldCard, PlainFormView } from '../../../view/partial/plain_form';
import type { Visit } from '../../../visit';

export interface FreeForm {
  readonly typed: TypedFreeLink;
  /** Of this form: sent again, it makes no second link. */
  readonly token: string;
  readonly errors: FieldErrors;
}

type FreeTexts = TextFiles['sale/payment_link_form'] & TextFiles['common/form'];

const ROUTE = 'sale/payment_link';
const LIST = `/admin/${ROUTE}`;
const FORM = `${LIST}/form`;

/** In the shop's own currency and language. */
export async function blankForm(app: Admin): Promise<TypedFreeLink> {
  const settings = await readSettings(app.db, 0);
  const language = chooseLanguage(settings.text('config_language')).code;
  const currency = settings.text('config_currency', 'EUR');
  return { storeId: 0, amount: '', currency, description: '', email: '', name: '', language };
}

export async function freeFormView(app: Admin, visit: Visit, given: FreeForm): Promise<PlainFormView> {
  const { typed, token, errors } = given;
  const text = joined(visit.texts('common/form'), visit.texts('sale/payment_link_form'));
  const mayModify = visit.may('modify', ROUTE);
  const maker = fieldMaker(errors, mayModify);
  const parts = { maker, typed, text };
  const cards = [await whatCard(app, parts), whoCard(parts), await howCard(app, parts)];
  return {
    title: text.title,
    crumbs: [
      { text: visit.texts('sale/payment_links').title, href: visit.href(LIST) },
      { text: text.title, href: visit.href(FORM) },
    ],
    text: { ...text, save: text.create },
    action: visit.href(FORM),
    cancelHref: visit.href(LIST),
    hidden: { form_token: token },
    mayModify,
    readOnly: null,
    errors: summaryOf(
      errors.list,
      cards.flatMap((card) => card.fields),
    ),
    cards,
  };
}

interface Parts {
  readonly maker: FieldMaker;
  readonly typed: TypedFreeLink;
  readonly text: FreeTexts;
}

async function whatCard(app: Admin, { maker, typed, text }: Parts): Promise<FieldCard> {
  const codes = (await app.orderBook.listCurrencies(app.db)).map(({ code }) => code).filter(isCurrency);
  const currencies = [...new Set([...codes, typed.currency])].map((code) => ({ value: code, text: code }));
  return {
    heading: text.card_what,
    fields: [
      maker.input({
        id: 'amount',
        label: text.entry_amount,
        value: typed.amount,
        help: text.help_amount,
        inputmode: 'decimal',
        required: true,
        autocomplete: 'off',
      }),
      maker.select({ id: 'currency', label: text.entry_currency, value: typed.currency, options: currencies }),
      maker.input({
        id: 'description',
        label: text.entry_description,
        value: typed.description,
        help: text.help_description,
        lengthMax: DESCRIPTION_MAX,
        required: true,
        wide: true,
      }),
    ],
  };
}

function whoCard({ maker, typed, text }: Parts): FieldCard {
  const languages = Object.entries(CUSTOMER_LANGUAGES).map(([code, { name }]) => ({ value: code, text: name }));
  return {
    heading: text.card_who,
    fields: [
      maker.input({ id: 'name', label: text.entry_name, value: typed.name, lengthMax: 128, autocomplete: 'off' }),
      maker.input({
        kind: 'email',
        id: 'email',
        label: text.entry_email,
        value: typed.email,
        help: text.help_email,
        lengthMax: 191,
        autocomplete: 'off',
      }),
      maker.select({ id: 'language', label: text.entry_language, value: typed.language, options: languages }),
    ],
  };
}

async function howCard(app: Admin, { maker, typed, text }: Parts): Promise<FieldCard> {
  const stores = optionsOf((await app.orderBook.listStores(app.db)).map(({ storeId: id, name }) => ({ id, name })));
  const days = typed.lifetimeSeconds === undefined ? '' : String((typed.lifetimeSeconds * SECOND_MS) / DAY_MS);
  const example = text.example_slug;
  const address = openAddress(app.links.publicUrl, { token: '', slug: example });
  const help = fill(text.help_slug, { example, address });
  return {
    heading: text.card_how,
    fields: [
      maker.input({
        kind: 'number',
        id: 'lifetime',
        label: text.entry_lifetime,
        value: days,
        help: text.help_lifetime,
        min: 1,
        max: 365,
      }),
      maker.select({ id: 'store_id', label: text.entry_store, value: String(typed.storeId), options: stores }),
      maker.input({
        id: 'slug',
        label: text.entry_slug,
        value: typed.slug ?? '',
        help,
        lengthMax: SLUG_LENGTH.max,
        wide: true,
        autocomplete: 'off',
      }),
    ],
  };
}
