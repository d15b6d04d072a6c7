import { fill } from '../../system/language';
import { icon } from '../view/icon';
import type { PayNote } from '../view/pay';
import { maskedAddress } from './masked_address';
import type { Shown } from './shown';

/** What happened a moment ago, as far as this visit tells. */
export function notesOf(shown: Shown): PayNote[] {
  const notes = [askedNote(shown), tryNote(shown)];
  return notes.filter((note): note is PayNote => note !== null);
}

function askedNote({ asked, facts, language: { texts } }: Shown): PayNote | null {
  if (asked === null) return null;
  const values = { address: maskedAddress(facts), shop: facts.shop.name };
  const good = asked === 'on_its_way';
  return {
    icon: icon(good ? 'send' : 'info-circle'),
    tone: good ? 'good' : 'info',
    text: fill(texts[`asked_${asked}`], values),
  };
}

function tryNote({ facts, state, visit, language: { texts } }: Shown): PayNote | null {
  if (state !== 'payable') return null;
  const info = (text: string): PayNote => ({ icon: icon('info-circle'), tone: 'info', text });
  if (facts.link.state === 'declined') return info(texts.note_declined);
  if (visit.moment === 'cancelled') return info(texts.note_cancelled);
  return visit.moment === 'returned' ? info(texts.note_not_arrived) : null;
}
