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

/** What the program says elsewhere in English (a mail server's state, what helps), in the reader's language. */
export type Said = (sentence: string) => string;

export const AS_IT_IS: Said = (sentence) => sentence;

export function sayOf(topic: Topic, texts: CheckTexts, said: Said = AS_IT_IS): Say {
  const known: Readonly<Record<string, string>> = texts;
  return (level, key, values = {}, remedy) => {
    const builtIn = known[`${key}_remedy`];
    const inWords = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? said(value) : value,
    ]);
    const filled = fill(builtIn ?? '', { under: texts.under, ...values });
    return {
      topic,
      level,
      text: sentence(texts[key], Object.fromEntries(inWords)),
      remedy: remedy === undefined ? filled || null : said(remedy),
    };
  };
}

/** In a shop of one store its name before every sentence would say nothing. */
function sentence(text: string, values: Readonly<Record<string, string | number>>): string {
  if (values['store'] !== '') return fill(text, values);
  const said = fill(text.replace(/^\{store\}: /, ''), values);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
