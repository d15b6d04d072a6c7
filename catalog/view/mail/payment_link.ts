import { ASKING, dueFacts, payButton } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** The order's details and the link in one mail; a request to pay where there is no order. */
export const paymentLink: LetterWriter = (context) => {
  const { request, say } = context;
  return {
    ...ASKING,
    subject: say(request.order ? 'subject_payment_link' : 'subject_payment_request'),
    paragraphs: [say(request.order ? 'opening_payment_link' : 'opening_payment_request')],
    facts: dueFacts(context),
    button: payButton(context),
  };
};
