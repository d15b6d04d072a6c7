import type { PaymentExtension } from '../../extension/payment_link/payment_extension';
import { PAYMENT_LINK_SETTINGS } from '../../extension/payment_link/settings';
import { textsIn } from '../../language';
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
  /** `payment_multisafepay`, or `payment_link` for what all providers share. */
  readonly code: string;
  readonly schema: Schema;
  /** Null for what all providers share. */
  readonly extension: PaymentExtension | null;
  /** Words for its errors, by key. */
  readonly texts: Readonly<Record<string, unknown>>;
}

export function settingGroups(): SettingGroup[] {
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
  ];
}

export interface KnownSetting {
  readonly group: SettingGroup;
  readonly field: Field;
}

/** By its whole key: `payment_multisafepay_days_active`. @throws AppError `no_such_setting` */
export function findSetting(key: string): KnownSetting {
  for (const group of settingGroups()) {
    const field = group.schema.find((one) => fullKey(group, one) === key);
    if (field) return { group, field };
  }
  throw noSuchSetting({ values: { key } });
}

export function fullKey(group: SettingGroup, field: Field): string {
  return `${group.code}_${field.key}`;
}
