import { TELLING } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** A new status or a comment that the customer is to read. */
export const orderUpdate: LetterWriter = ({ say }) => ({
  ...TELLING,
  subject: say('subject_order_update'),
  paragraphs: [say('opening_order_update')],
  facts: [],
  button: null,
  withOrder: false,
});
