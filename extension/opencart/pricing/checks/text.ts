import { escapeText } from '../../escaping';
import type { Problem } from '../problems';
import { SAYS, when } from '../problems';

export interface TextRule {
  /** Characters of the column, counted as stored: escaped. */
  readonly charactersMax?: number;
  /** Bytes of a TEXT column, counted as stored. */
  readonly bytesMax?: number;
  readonly required?: boolean;
  readonly multiline?: boolean;
}

// eslint-disable-next-line no-control-regex -- they are what is refused
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;
// eslint-disable-next-line no-control-regex -- all but tab, line feed and carriage return
const CONTROL_IN_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export function checkText(field: string, text: string, rule: TextRule): Problem[] {
  const stored = escapeText(text);
  const max = rule.charactersMax ?? rule.bytesMax ?? Infinity;
  const length = rule.charactersMax === undefined ? Buffer.byteLength(stored) : [...stored].length;
  return [
    ...when(rule.required === true && text.trim() === '', field, SAYS.required),
    ...when((rule.multiline ? CONTROL_IN_LINES : CONTROL).test(text), field, SAYS.oneLine),
    ...when(length > max, field, SAYS.tooLong(max)),
  ];
}

const LOCAL = /^[^\s@<>()[\],;:\\"]{1,64}$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** A mailbox a server can be handed: one @, no blanks, no header characters, a domain with a dot. */
export function isEmail(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  const labels = domain.split('.');
  const dots = local.startsWith('.') || local.endsWith('.') || local.includes('..');
  return more.length === 0 && LOCAL.test(local) && !dots && labels.length > 1 && labels.every((one) => LABEL.test(one));
}
