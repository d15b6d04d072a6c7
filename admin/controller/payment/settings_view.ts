import type { TextFiles } from '../../../language';
import { fill, joined } from '../../../system/language';
import type { Field, Schema } from '../../../system/settings';
import type { Admin } from '../../admin';
import { formPage, openForm, type Form } from '../../form/form';
import { FieldErrors } from '../../form_errors';
import { isShown, settingField, type SettingTexts } from '../../form/setting_fields';
import type { ChosenStore } from '../../settings_room';
import type { PanelView, SettingsView } from '../../view/payment/settings';
import type { FieldView } from '../../view/partial/field';
import type { StoreSwitchView } from '../../view/partial/store_switch';
import { tabsOf, type TabView } from '../../view/partial/tabs';
import type { Visit } from '../../visit';
import type { SettingsState } from './typed_settings';

/** One settings page, whichever extension it is for. */
export interface SettingsPage {
  /** Names the address under /admin and the permission. */
  readonly route: string;
  readonly title: string;
  readonly crumbs: SettingsView['crumbs'];
  readonly cancelHref: string;
  readonly schema: Schema;
  readonly tabs: readonly string[];
  readonly texts: SettingTexts;
  readonly stores: readonly ChosenStore[];
  /** The tab to open unless one has an error. */
  readonly tab: string;
  /** More for a tab than its fields, by tab. */
  readonly more: Readonly<Record<string, Partial<Pick<PanelView, 'test' | 'methods'>>>>;
  readonly notices: SettingsView['notices'];
  readonly links: SettingsView['links'];
}

interface SettingsParts extends Form<SettingsTexts> {
  readonly page: SettingsPage;
  readonly state: SettingsState;
}

type SettingsTexts = TextFiles['extension/payment'];

export async function settingsView(
  app: Admin,
  visit: Visit,
  page: SettingsPage,
  state: SettingsState,
): Promise<SettingsView> {
  const text = visit.texts('extension/payment');
  const errors = fieldErrors(page, state, joined(visit.texts('common/form'), text));
  const form = openForm(app, visit, { route: page.route, text, errors, tab: page.tab });
  const parts = { ...form, page, state };
  const shown = tabs(parts);
  const panels = shown.map((tab) => panelOf(parts, tab));
  const fields = panels.flatMap((panel) => panel.cards).flatMap((card) => card.fields);
  return {
    ...(await formPage(form, { title: page.title, query: {}, fields })),
    crumbs: page.crumbs ?? [],
    scripts: ['tabs.js', 'inherit.js'],
    cancelHref: page.cancelHref,
    storeId: String(state.store.storeId),
    notices: page.notices,
    storeSwitch: storeSwitch(visit, page.route, page.stores, state.store.storeId),
    links: page.links,
    tabs: shown,
    panels,
  };
}

function tabs({ page, state, text, tab }: SettingsParts): TabView[] {
  const wrong = new Set(page.schema.filter((field) => state.errors[field.key]).map((field) => field.tab));
  const all = page.tabs.map((id) => ({ id, text: page.texts[`tab_${id}`] ?? id, wrong: wrong.has(id) }));
  return tabsOf(all, tab, text.tab_wrong);
}

function panelOf(parts: SettingsParts, { id, text, open }: TabView): PanelView {
  const more = parts.page.more[id];
  return {
    id,
    heading: text,
    open,
    cards: cardsOf(parts, id),
    test: more?.test ?? null,
    methods: more?.methods ?? null,
  };
}

/** For the errors' sentences: the extension's own words, else those that all forms share. */
function fieldErrors(page: Pick<SettingsPage, 'texts'>, state: SettingsState, shared: SettingTexts): FieldErrors {
  const list = Object.entries(state.errors).map(([field, key]) => ({
    field,
    text: page.texts[key] ?? shared[key] ?? key,
  }));
  return new FieldErrors(list, list.length === 0 ? 200 : 422);
}

function cardsOf(parts: SettingsParts, tab: string): PanelView['cards'] {
  const { page, state } = parts;
  const shown = page.schema.filter((one) => one.tab === tab && isShown(one, state.choices));
  const groups = [...new Set(shown.map((one) => one.group ?? ''))];
  return groups.map((group) => ({
    heading: group === '' ? null : (page.texts[`group_${group}`] ?? group),
    fields: shown.filter((one) => (one.group ?? '') === group).map((one) => fieldOf(parts, one)),
  }));
}

function fieldOf({ field, text, page, state, mayModify }: SettingsParts, setting: Field): FieldView {
  const form = { field, text, texts: page.texts, choices: state.choices };
  const shown = settingField(form, setting, state.values[setting.key]);
  const { inheritance } = state;
  if (inheritance === null) return shown;
  const there = settingField(form, setting, inheritance.from[setting.key]);
  const store = page.stores.find(({ storeId }) => storeId === 0)?.name ?? '';
  const said = fill(there.kind === 'password' ? text.as_in : text.as_in_value, {
    store,
    value: saidOf(there) || text.none,
  });
  const inherit = { key: setting.key, checked: inheritance.keys.has(setting.key), text: said, disabled: !mayModify };
  return { ...shown, inherit };
}

/** A field's value as people read it. */
function saidOf({ options, value = '' }: FieldView): string {
  if (!options) return value;
  return options
    .filter(({ selected }) => selected)
    .map(({ text }) => text)
    .join(', ');
}

export function storeSwitch(
  visit: Visit,
  route: string,
  stores: readonly ChosenStore[],
  chosen: number,
): StoreSwitchView | null {
  if (stores.length < 2) return null;
  const text = visit.texts('extension/payment');
  return {
    action: visit.href(`/admin/${route}`),
    label: text.store,
    submit: text.show,
    options: stores.map(({ storeId, name }) => ({
      value: String(storeId),
      text: name,
      selected: storeId === chosen,
    })),
  };
}
