import { ASKING, dueFacts, payButton } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** Sent with consent only, and not after the link was paid or closed. */
export const reminder: LetterWriter = (context) => ({
  ...ASKING,
  subject: context.say('subject_reminder'),
  paragraphs: [context.say('opening_reminder'), context.texts.reminder_what_next],
  facts: dueFacts(context),
  button: payButton(context),
});
