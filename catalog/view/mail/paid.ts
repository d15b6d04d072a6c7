import { TELLING } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** The customer's receipt. */
export const paid: LetterWriter = ({ request: { facts, link }, about, fact, moment, amount }) => ({
  ...TELLING,
  subject: about('subject_paid'),
  paragraphs: [about('opening_paid')],
  facts: [
    ...fact('amount_paid', amount, true),
    ...fact('paid_on', facts.at ? moment(facts.at) : null),
    ...fact('paid_with', facts.method),
    ...fact('reference', link?.reference),
  ],
  button: null,
});
