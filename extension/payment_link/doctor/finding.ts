import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';

/** What the settings check looks at, in the order in which it tells. */
export const TOPICS = [
  'shop',
  'account',
  'clock',
  'address',
  'statuses',
  'lifetime',
  'mail',
  'queue',
  'database',
  'access',
] as const;
export type Topic = (typeof TOPICS)[number];

export const LEVELS = ['problem', 'warning', 'ok'] as const;
export type Level = (typeof LEVELS)[number];

/** One thing that was looked at, as a person reads it. */
export interface Finding {
  readonly topic: Topic;
  readonly level: Level;
  readonly text: string;
  /** What to do, one sentence; null when there is nothing to do. */
  readonly remedy: string | null;
  /** What the machine said, where the text says it in words. */
  readonly cause?: string;
}

export type CheckTexts = TextFiles['tool/settings_check'];
export type CheckKey = keyof CheckTexts & string;

/** Says a finding in the reader's language; `remedy` takes the place of the built-in one. */
export type Say = (
  level: Level,
  key: CheckKey,
  values?: Readonly<Record<string, string | number>>,
  remedy?: string,
) => Finding;

export function sayOf(topic: Topic, texts: CheckTexts): Say {
  const known: Readonly<Record<string, string>> = texts;
  return (level, key, values = {}, remedy) => {
    const builtIn = known[`${key}_remedy`];
    return {
      topic,
      level,
      text: sentence(texts[key], values),
      remedy: remedy ?? (builtIn === undefined ? null : fill(builtIn, { under: texts.under, ...values })),
    };
  };
}

/** In a shop of one store its name before every sentence would say nothing. */
function sentence(text: string, values: Readonly<Record<string, string | number>>): string {
  if (values['store'] !== '') return fill(text, values);
  const said = fill(text.replace(/^\{store\}: /, ''), values);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
