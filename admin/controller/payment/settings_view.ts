import type { Schema } from '../../../system/settings';
import type { Admin } from '../../admin';
import { fieldMaker, type FieldMaker } from '../../fields';
import { FieldErrors } from '../../form_errors';
import { readOnlyText } from '../../read_only';
import { isShown, settingField, type SettingTexts } from '../../setting_fields';
import type { ChosenStore } from '../../settings_room';
import type { PanelView, SettingsView } from '../../view/payment/settings';
import type { StoreSwitchView } from '../../view/partial/store_switch';
import { tabsOf } from '../../view/partial/tabs';
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

export async function settingsView(
  app: Admin,
  visit: Visit,
  page: SettingsPage,
  state: SettingsState,
): Promise<SettingsView> {
  const text = { ...visit.texts('common/form'), ...visit.texts('extension/payment') };
  const mayModify = visit.may('modify', page.route);
  const errors = fieldErrors(page, state, text);
  const maker = fieldMaker(errors, mayModify);
  const wrong = new Set(page.schema.filter((field) => state.errors[field.key]).map((field) => field.tab));
  const tabs = tabsOf(
    page.tabs.map((id) => ({ id, text: page.texts[`tab_${id}`] ?? id, wrong: wrong.has(id) })),
    page.tab,
    text.tab_wrong,
  );
  return {
    title: page.title,
    crumbs: page.crumbs ?? [],
    scripts: ['tabs.js'],
    text,
    action: visit.href(`/admin/${page.route}/save`),
    cancelHref: page.cancelHref,
    storeId: String(state.store.storeId),
    mayModify,
    readOnly: await readOnlyText(app, visit, page.route),
    errors: errors.list,
    notices: page.notices,
    storeSwitch: storeSwitch(visit, page.route, page.stores, state.store.storeId),
    links: page.links,
    tabs,
    panels: tabs.map((tab) => ({
      id: tab.id,
      heading: tab.text,
      open: tab.open,
      cards: cardsOf(maker, page, state, tab.id, text),
      test: page.more[tab.id]?.test ?? null,
      methods: page.more[tab.id]?.methods ?? null,
    })),
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

function cardsOf(
  maker: FieldMaker,
  page: SettingsPage,
  state: SettingsState,
  tab: string,
  words: Parameters<typeof settingField>[5],
): PanelView['cards'] {
  const shown = page.schema.filter((field) => field.tab === tab && isShown(field, state.choices));
  const groups = [...new Set(shown.map((field) => field.group ?? ''))];
  return groups.map((group) => ({
    heading: group === '' ? null : (page.texts[`group_${group}`] ?? group),
    fields: shown
      .filter((field) => (field.group ?? '') === group)
      .map((field) => settingField(maker, field, state.values[field.key], page.texts, state.choices, words)),
  }));
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
