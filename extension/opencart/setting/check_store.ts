import { IANAZone } from 'luxon';
import type { Db } from '../../../system/db/table';
import { isMailAddress } from '../../../system/mail/header';
import type { Values } from '../../../system/settings';
import { findCountry } from '../localisation/countries';
import { listCurrencies } from '../localisation/currencies';
import { listCustomerGroups } from '../customer/customer_groups';
import { findLanguageId } from '../localisation/languages';
import { fits } from '../names';
import { listOrderStatuses } from '../localisation/order_statuses';
import { listZones } from '../localisation/zones';

/**
 * What the kinds of the fields cannot know: names and addresses as OpenCart demands them, and that everything
 * chosen exists. Keys are the fields', values keys of the page's texts.
 */
export async function checkStore(db: Db, values: Values): Promise<Record<string, string>> {
  const texts = checkTexts(values);
  return { ...texts, ...(await checkPlaces(db, values)), ...(await checkStatuses(db, values)), ...checkMail(values) };
}

function checkTexts(values: Values): Record<string, string> {
  return wrong([
    ['name', !fits(textOf(values, 'name'), 1, 64), 'error_name'],
    ['owner', !fits(textOf(values, 'owner'), 3, 64), 'error_owner'],
    ['address', !fits(textOf(values, 'address'), 3, 256), 'error_address'],
    ['email', !isMailAddress(textOf(values, 'email')), 'error_email'],
    ['url', !isShopAddress(textOf(values, 'url')), 'error_url'],
    ['timezone', !IANAZone.isValidZone(textOf(values, 'timezone')), 'error_timezone'],
  ]);
}

async function checkPlaces(db: Db, values: Values): Promise<Record<string, string>> {
  const countryId = Number(values['country_id']);
  const zoneId = Number(values['zone_id']);
  const country = await findCountry(db, countryId, 0);
  const zones = country === null ? [] : await listZones(db, countryId, 0);
  const noZone = zones.length === 0 ? zoneId === 0 : zones.some((zone) => zone.zoneId === zoneId);
  const currencies = await listCurrencies(db);
  const groups = await listCustomerGroups(db, 0);
  return wrong([
    ['country_id', country === null, 'error_country'],
    ['zone_id', country !== null && !noZone, 'error_zone'],
    ['language_catalog', (await findLanguageId(db, textOf(values, 'language_catalog'))) === null, 'error_choice'],
    ['currency', !currencies.some((one) => one.code === values['currency']), 'error_choice'],
    ['customer_group_id', !groups.some((group) => group.id === values['customer_group_id']), 'error_choice'],
  ]);
}

/** OpenCart refuses a shop without a processing or a complete status; a status that is gone is refused too. */
async function checkStatuses(db: Db, values: Values): Promise<Record<string, string>> {
  const known = new Set((await listOrderStatuses(db, 0)).map((status) => status.statusId));
  const listed = (key: string): number[] => (values[key] as number[]).filter((id) => known.has(id));
  const missing = (key: string): boolean => values[key] !== 0 && !known.has(Number(values[key]));
  return wrong([
    ['order_status_id', !known.has(Number(values['order_status_id'])), 'error_order_status'],
    ['processing_status', listed('processing_status').length === 0, 'error_processing_status'],
    ['complete_status', listed('complete_status').length === 0, 'error_complete_status'],
    ['failed_status_id', missing('failed_status_id'), 'error_choice'],
    ['void_status_id', missing('void_status_id'), 'error_choice'],
  ]);
}

/** Additional stores have no mail settings of their own. */
function checkMail(values: Values): Record<string, string> {
  const alerts = addressesIn(textOf(values, 'mail_alert_email'));
  const host = textOf(values, 'mail_smtp_hostname');
  return wrong([
    ['mail_alert_email', alerts.some((address) => !isMailAddress(address)), 'error_mail_alert_email'],
    ['mail_smtp_hostname', host !== '' && !/^((tls|ssl):\/\/)?[\w.[\]:-]+$/i.test(host), 'error_smtp_hostname'],
  ]);
}

/** Typed with commas, semicolons, blanks or lines between them. */
export function addressesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((address) => address !== '');
}

function isShopAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:\/\/[^/\s]+/i.test(url);
}

function textOf(values: Values, key: string): string {
  const value = values[key];
  return typeof value === 'string' ? value : '';
}

function wrong(checks: readonly (readonly [field: string, wrong: boolean, error: string])[]): Record<string, string> {
  return Object.fromEntries(checks.filter(([, is]) => is).map(([field, , error]) => [field, error]));
}
