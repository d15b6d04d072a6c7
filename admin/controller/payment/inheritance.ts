import {
  readExtensionSettings,
  readOwnSettings,
  type SettingPlace,
} from '../../../extension/opencart/setting/extension_settings';
import { listIn, type Input } from '../../../system/http/input';
import { secretsOf } from '../../../system/moved_secrets';
import type { Schema, Values } from '../../../system/settings';
import type { Admin } from '../../admin';

/** What a further store takes from the default store. */
export interface Inheritance {
  /** The default store's values. */
  readonly from: Values;
  /** Of the settings that the store has no value of its own for. */
  readonly keys: ReadonlySet<string>;
}

/** Null for the default store itself. */
export async function inheritanceOf(app: Admin, place: SettingPlace, schema: Schema): Promise<Inheritance | null> {
  if (place.storeId === 0) return null;
  const own = await readOwnSettings(app.db, place, schema);
  const from = await readExtensionSettings(app.db, { ...place, storeId: 0 }, schema);
  return { from, keys: new Set(schema.map(({ key }) => key).filter((key) => own[key] === undefined)) };
}

/**
 * After a Save: what is ticked is as in the default store, be it that it was so or that a person takes back an own
 * value. A value that was typed over an inherited one counts, though the tick stayed: without script nothing takes it
 * away.
 */
export function inheritedNow(
  before: Inheritance,
  schema: Schema,
  posted: { body: Input; values: Values },
): Inheritance {
  const ticked = new Set(listIn(posted.body, 'inherit'));
  const secrets = new Set(secretsOf(schema).map(({ key }) => key));
  const untouched = (key: string): boolean => {
    const shown = secrets.has(key) ? '' : before.from[key];
    return JSON.stringify(posted.values[key]) === JSON.stringify(shown);
  };
  const keys = schema
    .map(({ key }) => key)
    .filter((key) => ticked.has(key) && (!before.keys.has(key) || untouched(key)));
  return { from: before.from, keys: new Set(keys) };
}

/** What is stored for the store: nothing for what it inherits, and null forgets a secret of its own. */
export function ownValues(schema: Schema, values: Values, inheritance: Inheritance | null): Values {
  if (inheritance === null) return values;
  const secrets = new Set(secretsOf(schema).map(({ key }) => key));
  const all = schema.map(({ key }): [string, unknown] => {
    if (!inheritance.keys.has(key)) return [key, values[key]];
    return [key, secrets.has(key) ? null : undefined];
  });
  return Object.fromEntries(all);
}
