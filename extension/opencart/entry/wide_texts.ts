import type { Db } from '../../../system/db/table';
import { shopDialect } from '../dialect';
import type { DraftAddress, OrderDraft } from '../order/order_draft';
import { SAYS, type Problem } from '../pricing/problems';
import { wideCharacters } from '../stored_text';

/**
 * Where an entry holds an emoji or another character that the shop's tables, or its PHP, cannot keep. Whoever types
 * leaves it out; replaced by a sign for "unknown" it would greet the customer in every mail.
 */
export function wideTexts(db: Db, draft: OrderDraft): Problem[] {
  if (shopDialect(db).wideText) return [];
  return typedTexts(draft).flatMap(([field, text]): Problem[] => {
    const wide = wideCharacters(text);
    return wide.length === 0 ? [] : [[field, SAYS.tooWide(wide.join(' '))]];
  });
}

function typedTexts(draft: OrderDraft): [field: string, text: string][] {
  return [
    ['firstname', draft.firstName],
    ['lastname', draft.lastName],
    ['email', draft.email],
    ['telephone', draft.telephone],
    ['comment', draft.comment],
    ...addressTexts('payment_address', draft.paymentAddress),
    ...(draft.shippingAddress ? addressTexts('shipping_address', draft.shippingAddress) : []),
    ...draft.lines.flatMap(({ options }, index) =>
      options.map(({ productOptionId, value }): [string, string] => [
        `lines.${index}.options.${productOptionId}`,
        value,
      ]),
    ),
  ];
}

function addressTexts(prefix: string, address: DraftAddress): [field: string, text: string][] {
  return [
    [`${prefix}.firstname`, address.firstName],
    [`${prefix}.lastname`, address.lastName],
    [`${prefix}.company`, address.company],
    [`${prefix}.address_1`, address.address1],
    [`${prefix}.address_2`, address.address2],
    [`${prefix}.city`, address.city],
    [`${prefix}.postcode`, address.postcode],
  ];
}
