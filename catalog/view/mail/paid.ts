import { TELLING } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** The customer's receipt. */
export const paid: LetterWriter = ({ request: { facts, link }, say, fact, moment, amount }) => ({
  ...TELLING,
  subject: say('subject_paid'),
  paragraphs: [say('opening_paid')],
  facts: [
    ...fact('amount_paid', amount, true),
    ...fact('paid_on', facts.at ? moment(facts.at) : null),
    ...fact('paid_with', facts.method),
    ...fact('reference', link?.reference),
  ],
  button: null,
});
