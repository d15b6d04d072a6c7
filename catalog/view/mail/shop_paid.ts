import { TO_SHOP, orderButton } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** Tells the shop that money arrived. */
export const shopPaid: LetterWriter = (context) => {
  const { request, about, fact, moment, amount } = context;
  const { facts, link } = request;
  return {
    ...TO_SHOP,
    subject: about('subject_shop_paid'),
    paragraphs: [about('opening_shop_paid')],
    facts: [
      ...fact('amount_paid', amount, true),
      ...fact('paid_on', facts.at ? moment(facts.at) : null),
      ...fact('paid_with', facts.method),
      ...fact('reference', link?.reference),
    ],
    button: orderButton(context),
  };
};
