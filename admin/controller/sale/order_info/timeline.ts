import type { JournalLine } from '../../../../extension/payment_link/journal/journal';
import { LINK_FLAGS } from '../../../../extension/payment_link/link/link_row';
import { isCurrency } from '../../../../system/currencies';
import { fill } from '../../../../system/language';
import { formatMoney, money } from '../../../../system/money';
import { sayMoment } from '../../../dates';
import type { TimelineView } from '../../../view/sale/link_panel';
import type { Visit } from '../../../visit';

type Words = Readonly<Record<string, string | undefined>>;

const GOOD = new Set(['link.activated', 'link.paid', 'refund.done', 'mail.sent']);
const BAD = new Set(['link.failed', 'link.reversed', 'mail.failed', 'refund.failed', 'refund.unknown', 'link.flagged']);

/** A line of the journal as a sentence, with who and when. `now`: UTC epoch ms. `zone`: the shop's. */
export function timelineLine(visit: Visit, line: JournalLine, now: number, zone: string): TimelineView {
  const words: Words = visit.texts('sale/journal');
  return {
    text: sentenceOf(visit, line, words),
    at: sayMoment(line.at, now, zone, visit.locale),
    actor: words[`actor_${line.actor}`] ?? line.actor,
    css: GOOD.has(line.event) ? 'ok' : BAD.has(line.event) ? 'bad' : 'plain',
  };
}

function sentenceOf(visit: Visit, line: JournalLine, words: Words): string {
  const staff = line.event === 'link.opened' && line.actor !== 'customer';
  const key = staff ? 'link_opened_by_staff' : line.event.replaceAll('.', '_');
  const template = words[key];
  // An event of a newer version, before its words are known here.
  if (template === undefined) return line.event;
  return fill(template, valuesOf(visit, line, words)).trim();
}

function valuesOf(visit: Visit, { details }: JournalLine, words: Words): Record<string, string> {
  const values = Object.fromEntries(Object.entries(details ?? {}).map(([name, value]) => [name, String(value ?? '')]));
  const { minor, currency, kind, reason } = values;
  if (minor !== undefined && currency !== undefined && isCurrency(currency)) {
    values['amount'] = formatMoney(money(Number(minor), currency), visit.locale);
  }
  if (kind !== undefined) values['kind'] = words[`kind_${kind}`] ?? kind;
  const failure = visit.said(values['failure'] ?? '');
  return { reason: '', amount: '', ...values, failure, ...reasonIn(visit, reason, values['detail']) };
}

/** Reasons are kept as words of the program (a flag, or why no link was due), or as a person's or provider's own. */
function reasonIn(visit: Visit, reason: string | undefined, detail = ''): { reason?: string } {
  if (reason === undefined) return {};
  const sentences: Words = visit.texts('extension/payment_link');
  const known = LINK_FLAGS.some((flag) => flag === reason) ? sentences[`flag_${reason}`] : sentences[`none_${reason}`];
  return { reason: known === undefined ? visit.said(reason) : fill(known, { detail }) };
}
