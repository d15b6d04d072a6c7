import type { GatewayAccount, SettingValues } from '../gateway';

/** The owner's choice; nothing in a key tells of which environment it is. */
function environmentOf(values: SettingValues): GatewayAccount['environment'] {
  return values['environment'] === '0' ? 'live' : 'test';
}

/** The setting that holds the key of the chosen environment. */
export function keySettingOf(values: SettingValues): 'api_key' | 'sandbox_api_key' {
  return environmentOf(values) === 'live' ? 'api_key' : 'sandbox_api_key';
}

/** The owner wants to see every call in the log: a wish of now, whatever key a link was made with. */
export function wantsDebug(values: SettingValues): boolean {
  return values['debug_mode'] === true;
}

/** The account that the settings of `gatewaySchema` choose; null without its key. */
export function accountOf(values: SettingValues): GatewayAccount | null {
  const stored = values[keySettingOf(values)];
  const apiKey = typeof stored === 'string' ? stored.trim() : '';
  return apiKey === '' ? null : { environment: environmentOf(values), apiKey, debug: wantsDebug(values) };
}
