import { TELLING } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** The shop's order mail, for orders that no link is due for. */
export const order: LetterWriter = ({ request, say, fact }) => ({
  ...TELLING,
  subject: say('subject_order'),
  paragraphs: [say('opening_order')],
  facts: fact('status', request.statusName),
  button: null,
});
