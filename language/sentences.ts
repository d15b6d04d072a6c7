import { textsIn, type TextFiles } from '.';
import { english } from './en-gb';
import { fill } from '../system/language';

const FILES = ['sentence/refused', 'sentence/order_refused', 'sentence/remedies'] as const;

interface Known {
  readonly file: (typeof FILES)[number];
  readonly key: string;
  /** The values of `{name}` in it, in order. */
  readonly names: readonly string[];
  readonly shape: RegExp;
}

/**
 * What the code said in English, in the language of whoever reads it, a sentence a line. It may be of a job that failed
 * last week; the values in it stay as they are, and what no file knows (a provider's own words) is left alone.
 */
export function inLanguage(language: string, said: string): string {
  const texts = textsIn(language);
  if (texts === english) return said;
  return said
    .split('\n')
    .map((sentence) => translated(texts, sentence))
    .join('\n');
}

/** A refusal as the program throws it: its code, and what it said in English. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
  /** What `{name}` in its words was filled with. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * A refusal in the language of whoever reads it: looked up by its code. Words that were given for this one case, and
 * codes that no file knows, are found by their sentence.
 */
export function refusalInLanguage(language: string, refusal: Refusal): Pick<Refusal, 'message' | 'remedy'> {
  const { code, message, remedy, values = {} } = refusal;
  const say = (key: string, said: string): string => byKey(language, key, said, values) ?? inLanguage(language, said);
  return { message: say(code, message), remedy: remedy === null ? null : say(`${code}_remedy`, remedy) };
}

/** Null where the code says something else under this key, or nothing. */
function byKey(language: string, key: string, said: string, values: NonNullable<Refusal['values']>): string | null {
  const words: Readonly<Record<string, string>> = english['sentence/refused'];
  const texts = textsIn(language);
  const template = (texts['sentence/refused'] as typeof words)[key];
  if (template === undefined || words[key] === undefined || fill(words[key], values) !== said) return null;
  // A value may be a sentence itself: why a provider refuses a currency.
  const filled = Object.entries(values).map(([name, value]) => [name, inLanguage(language, String(value))] as const);
  return fill(template, Object.fromEntries(filled));
}

function translated(texts: TextFiles, sentence: string): string {
  for (const { file, key, names, shape } of KNOWN) {
    const found = shape.exec(sentence);
    if (!found) continue;
    // A sentence may hold another one: why a provider refuses a currency.
    const values = new Map(names.map((name, index) => [name, translated(texts, found[index + 1] ?? '')]));
    const template = (texts[file] as Readonly<Record<string, string>>)[key] ?? sentence;
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
  }
  return sentence;
}

/** Of several that fit a sentence, the one that says most of it itself is meant. */
const KNOWN: readonly Known[] = FILES.flatMap((file) =>
  Object.entries(english[file]).map(([key, template]) => ({ file, key, ...shapeOf(template) })),
).sort((one, other) => one.names.length - other.names.length || other.shape.source.length - one.shape.source.length);

function shapeOf(template: string): Pick<Known, 'names' | 'shape'> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const literal = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { names, shape: new RegExp(`^${literal.join('([\\s\\S]*?)')}$`) };
}
