import { readStoreForm } from '../../../extension/opencart/setting/save_store';
import { settingsOfStore } from '../../../extension/opencart/setting/store_settings';
import { fill } from '../../../system/language';
import type { Values } from '../../../system/settings';
import type { Admin } from '../../admin';
import { formPage, openForm, type FormState } from '../../form/form';
import type { FieldCard } from '../../view/partial/plain_form';
import type { TabbedFormView } from '../../view/partial/tabbed_form';
import { tabsOf, type TabView } from '../../view/partial/tabs';
import type { Visit } from '../../visit';
import { choicesOf } from './store_choices';
import { generalCards, localCards, optionCards, type StoreParts } from './store_fields';
import { ALERTS, mailCards } from './store_mail';

export const ROUTE = 'setting/store';

interface StoreShown extends FormState {
  /** Null for one that is being added. */
  readonly storeId: number | null;
  readonly values: Values;
}

export async function storeFormView(app: Admin, visit: Visit, shown: StoreShown): Promise<TabbedFormView> {
  const { storeId, values } = shown;
  const form = openForm(app, visit, { route: ROUTE, text: visit.texts(ROUTE), ...shown });
  const parts: StoreParts = { ...form, storeId, values, choices: await choicesOf(app, Number(values['country_id'])) };
  const stored = await readStoreForm(app.db, app.secretKey, storeId);
  const { text } = form;
  const title = storeId === null ? text.title_add : fill(text.title_edit, { store: String(stored['name']) });
  const shownPanels = panels(parts, stored);
  const fields = shownPanels.flat().flatMap((card) => card.fields);
  return {
    ...(await formPage(form, { title, query: { store_id: storeId }, fields })),
    scripts: ['tabs.js', 'zones.js'],
    hidden: { store_id: storeId === null ? '' : String(storeId) },
    repeated: storeId === 0 ? foreignAlerts(values) : [],
    zonesButton: text.show_zones,
    tabs: tabs(parts),
    panels: shownPanels,
  };
}

function panels(parts: StoreParts, stored: Values): FieldCard[][] {
  const all = [generalCards(parts), localCards(parts), optionCards(parts)];
  const passwordStored = String(stored['mail_smtp_password'] ?? '') !== '';
  return parts.storeId === 0 ? [...all, mailCards(parts, passwordStored)] : all;
}

const TABS = ['general', 'local', 'option', 'mail'] as const;

function tabs({ storeId, errors, text, tab }: StoreParts): TabView[] {
  const schema = settingsOfStore(storeId);
  const wrongOn = (id: string): boolean => schema.some((one) => one.tab === id && errors.of(one.key) !== undefined);
  const here = TABS.filter((id) => schema.some((one) => one.tab === id));
  return tabsOf(
    here.map((id) => ({ id, text: text[`tab_${id}`], wrong: wrongOn(id) })),
    tab,
    text.tab_wrong,
  );
}

/** Alerts of other programs travel with the form, so that saving keeps them. */
function foreignAlerts(values: Values): { name: string; value: string }[] {
  const alerts = values['mail_alert'] as readonly string[];
  return alerts
    .filter((alert) => !ALERTS.some((known) => known === alert))
    .map((value) => ({ name: 'mail_alert', value }));
}
