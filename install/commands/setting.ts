import type { Command } from 'commander';
import { readExtensionSettings, readOwnSettings } from '../../extension/opencart/setting/extension_settings';
import { placeOf, type SettingsRoom } from '../../extension/opencart/setting/save_payment_settings';
import type { Program } from '../../main';
import type { Config } from '../../system/config';
import { saveSetting } from './save_setting';
import { findSetting, fullKey, settingGroups } from './setting_groups';
import { jsonValue, shownValue } from './setting_values';
import { storeOf, wholeNumber } from './stores';
import { hint, say, sayJson, sayTable } from './terminal';
import { withProgram } from './with_program';

interface Options {
  readonly store: number;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  payment-links setting list
  payment-links setting get payment_multisafepay_days_active
  payment-links setting set payment_multisafepay_days_active 14
  payment-links setting set config_processing_status 2,17
  payment-links setting set payment_multisafepay_generate_payment_links_status yes --store 1
  payment-links setting set config_mail_smtp_hostname tls://mail.shop.example --secret "the password"`;

export function addSetting(program: Command): void {
  const setting = program
    .command('setting')
    .summary('list, read and change settings')
    .description(
      'Lists, reads and changes the settings of payment links, their providers and the stores, store by store.',
    )
    .addHelpText('after', EXAMPLES);
  withStore(setting.command('list'))
    .summary('every setting with its value')
    .description('Lists every setting of a store with its value. Secrets are masked.')
    .option('--json', 'answer in JSON')
    .action(listAll);
  withStore(setting.command('get <key>'))
    .summary('one setting')
    .description('Says one setting of a store. A secret is masked.')
    .option('--json', 'answer in JSON')
    .action(getOne);
  withStore(setting.command('set <key> <value>'))
    .summary('change one setting')
    .description(
      'Changes one setting of a store, checked as the settings page checks it. Several values are separated by commas.',
    )
    .option('--secret <text>', 'the password or key that is sent to this address, typed again')
    .addHelpText('after', EXAMPLES)
    .action(setOne);
}

function withStore(command: Command): Command {
  return command.option('--store <id>', 'the store; 0 is the default store, which the others inherit', wholeNumber, 0);
}

async function listAll(options: Options): Promise<void> {
  await withProgram(async (program, config) => {
    await storeOf(program.links, options.store);
    const settings = [];
    for (const group of settingGroups(config.shop, options.store)) {
      const place = placeOf(roomOf(program, config), group.code, options.store);
      const values = await readExtensionSettings(program.links.db, place, group.schema);
      const own = await readOwnSettings(program.links.db, place, group.schema);
      for (const field of group.schema) {
        const from = own[field.key] !== undefined ? 'store' : 'inherited';
        settings.push({ key: fullKey(group, field), field, value: values[field.key], from });
      }
    }
    if (options.json === true) {
      return sayJson(settings.map(({ key, field, value, from }) => ({ key, value: jsonValue(field, value), from })));
    }
    const rows = settings.map(({ key, field, value, from }) => [
      key,
      shownValue(field, value),
      from === 'store' ? 'set here' : '',
    ]);
    sayTable(['key', 'value', ''], rows, 'There are no settings.');
  });
}

async function getOne(key: string, options: Options): Promise<void> {
  await withProgram(async (program, config) => {
    await storeOf(program.links, options.store);
    const { group, field } = findSetting(settingGroups(config.shop, options.store), key);
    const place = placeOf(roomOf(program, config), group.code, options.store);
    const value = (await readExtensionSettings(program.links.db, place, group.schema))[field.key];
    if (options.json === true) return sayJson({ key, value: jsonValue(field, value) });
    say(shownValue(field, value));
  });
}

async function setOne(key: string, value: string, options: Options & { secret?: string }): Promise<void> {
  await withProgram(async (program, config) => {
    const store = await storeOf(program.links, options.store);
    const known = findSetting(settingGroups(config.shop, options.store), key);
    await saveSetting(roomOf(program, config), known, store, { value, secret: options.secret });
    hint(`${key} of ${store.name} is set.`);
  });
}

function roomOf({ links, secretKey }: Program, { shop }: Config): SettingsRoom {
  return { links, secretKey, table: shop === 'attached' ? 'payment_link_setting' : 'setting' };
}
