import type { PaymentExtension } from '../../extension/payment_link/gateways/payment_extension';
import { settingsOfStore } from '../../extension/opencart/setting/store_settings';
import { PAYMENT_LINK_SETTINGS } from '../../extension/payment_link/setting/settings';
import { textsIn } from '../../language';
import type { Config } from '../../system/config';
import { defineError } from '../../system/errors';
import type { Field, Schema } from '../../system/settings';
import { PAYMENT_EXTENSIONS, settingCode } from '../parts';

export const noSuchSetting = defineError(
  'no_such_setting',
  404,
  'There is no setting called {key}.',
  '`payment-links setting list` shows every key.',
);

/** The settings of one extension: their keys are stored with the code before them. */
export interface SettingGroup {
  /** `payment_multisafepay`, `payment_link` for what all providers share, or `config` for the store itself. */
  readonly code: string;
  readonly schema: Schema;
  /** Null for what all providers share, and for the store. */
  readonly extension: PaymentExtension | null;
  /** Words for its errors, by key. */
  readonly texts: Readonly<Record<string, unknown>>;
}

/** A store that PHP serves is set up in PHP's own admin: there the store's settings are not among them. */
export function settingGroups(shop: Config['shop'], storeId: number): SettingGroup[] {
  const texts: Readonly<Record<string, object>> = textsIn('en-gb');
  const wordsOf = (route: string) => ({ ...texts['common/form'], ...texts['extension/payment'], ...texts[route] });
  const common = { code: 'payment_link', schema: PAYMENT_LINK_SETTINGS, extension: null };
  return [
    { ...common, texts: wordsOf('extension/payment_link') },
    ...PAYMENT_EXTENSIONS.map((extension) => ({
      code: settingCode(extension.code),
      schema: extension.settings,
      extension,
      texts: wordsOf(`payment/${extension.code}`),
    })),
    ...(shop === 'embedded'
      ? [{ code: 'config', schema: settingsOfStore(storeId), extension: null, texts: wordsOf('setting/store') }]
      : []),
  ];
}

export interface KnownSetting {
  readonly group: SettingGroup;
  readonly field: Field;
}

/** By its whole key: `payment_multisafepay_days_active`. @throws AppError `no_such_setting` */
export function findSetting(groups: readonly SettingGroup[], key: string): KnownSetting {
  for (const group of groups) {
    const field = group.schema.find((one) => fullKey(group, one) === key);
    if (field) return { group, field };
  }
  throw noSuchSetting({ values: { key } });
}

export function fullKey(group: SettingGroup, field: Field): string {
  return `${group.code}_${field.key}`;
}
