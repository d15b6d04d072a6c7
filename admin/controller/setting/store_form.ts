import { readStoreForm } from '../../../extension/opencart/setting/save_store';
import { settingsOfStore } from '../../../extension/opencart/setting/store_settings';
import { fill } from '../../../system/language';
import type { Values } from '../../../system/settings';
import type { Admin } from '../../admin';
import { fieldMaker } from '../../fields';
import type { FieldErrors } from '../../form_errors';
import { readOnlyText } from '../../read_only';
import type { FieldCard } from '../../view/partial/plain_form';
import type { TabbedFormView } from '../../view/partial/tabbed_form';
import { tabsOf } from '../../view/partial/tabs';
import type { Visit } from '../../visit';
import { choicesOf } from './store_choices';
import { generalCards, localCards, optionCards, type StoreParts, type StoreTexts } from './store_fields';
import { ALERTS, mailCards } from './store_mail';

const HOME = '/admin/setting/store';

/** `storeId` null: a store that is being added. */
export async function storeFormView(
  app: Admin,
  visit: Visit,
  storeId: number | null,
  values: Values,
  errors: FieldErrors,
  tab: string,
): Promise<TabbedFormView> {
  const text = { ...visit.texts('common/form'), ...visit.texts('setting/store') };
  const mayModify = visit.may('modify', 'setting/store');
  const stored = await readStoreForm(app.db, app.secretKey, storeId);
  const title = storeId === null ? text.title_add : fill(text.title_edit, { store: String(stored['name']) });
  const panels = await panelsOf(app, visit, storeId, values, errors, stored);
  return {
    title,
    crumbs: [
      { text: text.title, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/form`, { store_id: storeId }) },
    ],
    scripts: ['tabs.js', 'zones.js'],
    text,
    action: visit.href(`${HOME}/save`),
    cancelHref: visit.href(HOME),
    mayModify,
    readOnly: await readOnlyText(app, visit, 'setting/store'),
    errors: errors.list,
    hidden: { store_id: storeId === null ? '' : String(storeId) },
    repeated: storeId === 0 ? foreignAlerts(values) : [],
    zonesButton: text.show_zones,
    tabs: tabsOf(tabNames(storeId, errors, text), tab, text.tab_wrong),
    panels,
  };
}

async function panelsOf(
  app: Admin,
  visit: Visit,
  storeId: number | null,
  values: Values,
  errors: FieldErrors,
  stored: Values,
): Promise<FieldCard[][]> {
  const parts: StoreParts = {
    maker: fieldMaker(errors, visit.may('modify', 'setting/store')),
    values,
    choices: await choicesOf(app, Number(values['country_id'])),
    text: { ...visit.texts('common/form'), ...visit.texts('setting/store') },
    zonesHref: visit.href(`${HOME}/zones`),
  };
  const panels = [generalCards(parts), localCards(parts), optionCards(parts)];
  const passwordStored = String(stored['mail_smtp_password'] ?? '') !== '';
  return storeId === 0 ? [...panels, mailCards(app, parts, passwordStored)] : panels;
}

function tabNames(storeId: number | null, errors: FieldErrors, text: StoreTexts) {
  const schema = settingsOfStore(storeId);
  const wrongOn = (tab: string): boolean =>
    schema.some((field) => field.tab === tab && errors.of(field.key) !== undefined);
  const tabs = ['general', 'local', 'option', 'mail'] as const;
  return tabs
    .filter((tab) => schema.some((field) => field.tab === tab))
    .map((tab) => ({ id: tab, text: text[`tab_${tab}`], wrong: wrongOn(tab) }));
}

/** Alerts of other programs travel with the form, so that saving keeps them. */
function foreignAlerts(values: Values): { name: string; value: string }[] {
  const alerts = values['mail_alert'] as readonly string[];
  return alerts
    .filter((alert) => !ALERTS.some((known) => known === alert))
    .map((value) => ({ name: 'mail_alert', value }));
}
