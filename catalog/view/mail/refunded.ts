import { TELLING } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** Money went back, in whole or in part. */
export const refunded: LetterWriter = ({ request: { facts, link }, texts, about, fact, amount }) => ({
  ...TELLING,
  subject: about('subject_refunded'),
  paragraphs: [about(facts.twice === true ? 'opening_refunded_twice' : 'opening_refunded'), texts.refunded_what_next],
  facts: [
    ...fact('amount_refunded', amount, true),
    ...fact('paid_with', facts.method),
    ...fact('reference', link?.reference),
  ],
  button: null,
});
