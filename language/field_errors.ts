import { english } from './en-gb';

const WORDS: Readonly<Record<string, unknown>> = { ...english['common/form'], ...english['sale/payment_link_form'] };

/** What is wrong with a field, in English, for programs and terminals: a language key, or a sentence already. */
export function fieldError(key: string): string {
  const sentence = WORDS[key];
  return typeof sentence === 'string' ? sentence : key;
}
