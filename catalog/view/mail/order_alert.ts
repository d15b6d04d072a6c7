import { TO_SHOP, orderButton } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** Tells the shop that an order came in. */
export const orderAlert: LetterWriter = (context) => {
  const { request, say, fact } = context;
  return {
    ...TO_SHOP,
    subject: say('subject_order_alert'),
    paragraphs: [say('opening_order_alert')],
    facts: [
      ...fact('status', request.statusName),
      ...fact('email', request.order?.email),
      ...fact('telephone', request.order?.telephone),
    ],
    button: orderButton(context),
  };
};
