import { ASKING, dueFacts, payButton } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** The order changed: old and new amount. */
export const replaced: LetterWriter = (context) => {
  const { request, texts, say, fact, money, amount } = context;
  const { oldAmount } = request.facts;
  return {
    ...ASKING,
    subject: say('subject_replaced'),
    paragraphs: [say('opening_replaced'), texts.replaced_what_next],
    facts: [
      ...fact('amount_before', oldAmount ? money(oldAmount) : null),
      ...fact('amount_now', amount, true),
      ...dueFacts(context).filter((due) => !due.strong),
    ],
    button: payButton(context),
  };
};
