import { ASKING, dueFacts, payButton } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** The order's details and the link in one mail; what is still open of a changed order; a request without an order. */
export const paymentLink: LetterWriter = (context) => {
  const { order, link } = context.request;
  const what = order === null ? 'payment_request' : link?.purpose === 'difference' ? 'difference' : 'payment_link';
  return {
    ...ASKING,
    subject: context.say(`subject_${what}`),
    paragraphs: [context.say(`opening_${what}`)],
    facts: dueFacts(context),
    button: payButton(context),
  };
};
