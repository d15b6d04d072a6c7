import { TO_SHOP, orderButton } from '../../mail/ask';
import type { LetterWriter } from '../../mail/letter';

/** Something that the program must not decide: what happened, and what to do. */
export const shopNeedsPerson: LetterWriter = (context) => {
  const { request, texts, about, fact, customer, amount } = context;
  const { reason = '', remedy = '' } = request.facts;
  return {
    ...TO_SHOP,
    subject: about('subject_shop_needs_person'),
    paragraphs: [about('opening_shop_needs_person')],
    quotes: [
      { title: texts.reason, lines: [reason] },
      { title: texts.remedy, lines: [remedy] },
    ].filter((quote) => quote.lines[0] !== ''),
    facts: [...fact('customer', customer), ...fact('amount', amount), ...fact('reference', request.link?.reference)],
    button: orderButton(context),
    withOrder: false,
  };
};
