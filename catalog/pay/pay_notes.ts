import { fill } from '../../system/language';
import { icon } from '../view/icon';
import type { PayNote } from '../view/pay';
import { addressSaid } from './masked_address';
import type { PayState } from './pay_state';
import type { Shown } from './shown';

/** What happened a moment ago, as far as this visit tells. */
export function notesOf(shown: Shown): PayNote[] {
  const notes = [askedNote(shown), tryNote(shown)];
  return notes.filter((note): note is PayNote => note !== null);
}

/** Where no link can be asked for. Elsewhere the page itself shows what became of an earlier wish. */
const OVER: readonly PayState[] = ['expired', 'ended', 'cancelled', 'failed'];

function askedNote(shown: Shown): PayNote | null {
  const { asked, state, facts, language } = shown;
  const { texts } = language;
  if (asked === null || (asked === 'not_possible' && !OVER.includes(state))) return null;
  const values = { address: addressSaid(shown), shop: facts.shop.name };
  const good = asked === 'on_its_way';
  return {
    icon: icon(good ? 'send' : 'info-circle'),
    tone: good ? 'good' : 'info',
    text: fill(texts[`asked_${asked}`], values),
  };
}

function tryNote({ facts, state, visit, amountChanged, language: { texts } }: Shown): PayNote | null {
  if (state !== 'payable') return null;
  const info = (text: string): PayNote => ({ icon: icon('info-circle'), tone: 'info', text });
  if (amountChanged) return info(texts.note_amount_changed);
  if (facts.link.state === 'declined') return info(texts.note_declined);
  if (visit.moment === 'cancelled') return info(texts.note_cancelled);
  return visit.moment === 'returned' ? info(texts.note_not_arrived) : null;
}
