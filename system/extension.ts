import type { Listener } from './event/listen';
import type { JobHandler } from './outbox/job';
import type { Schema } from './settings';

/** A manifest is data: installation, upgrade and removal are derived from it, and nothing else registers anything. */
export interface Extension {
  /** One word finds everything: settings code, language file, view, route. */
  readonly code: string;
  readonly type: 'payment' | 'module' | 'shop';
  readonly version: string;
  readonly settings: Schema;
  readonly listeners: readonly Listener[];
  readonly jobs: readonly JobHandler[];
}

export function defineExtension<Kind extends Extension>(extension: Kind): Readonly<Kind> {
  const keys = extension.settings.map((field) => field.key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`${extension.code} declares the setting ${twice} twice`);
  return Object.freeze(extension);
}
