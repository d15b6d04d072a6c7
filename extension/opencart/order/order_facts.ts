import type { Db } from '../../../system/db/table';
import type { OrderFacts } from './order_columns';
import type { OrderDraft, PricedOrder } from './order_draft';
import { findNamedPlace, type NamedPlace } from './order_places';
import { listLanguages } from '../localisation/languages';
import type { ShopSettings } from '../setting/settings';

/** Looks up the words that an order keeps beside its ids: countries, zones, store, language, payment method. */
export async function gatherFacts(
  db: Db,
  draft: OrderDraft,
  priced: PricedOrder,
  settings: ShopSettings,
  paymentName: string,
): Promise<OrderFacts> {
  const paymentPlace = await findNamedPlace(db, draft.paymentAddress, draft.languageId);
  return {
    draft,
    priced,
    paymentName,
    paymentPlace,
    shippingPlace: priced.needsShipping ? await shippingPlace(db, draft, paymentPlace) : null,
    store: { name: settings.text('config_name'), url: settings.text('config_url') },
    languageCode: await languageCode(db, draft.languageId),
  };
}

async function shippingPlace(db: Db, draft: OrderDraft, payment: NamedPlace): Promise<NamedPlace> {
  const { paymentAddress: from, shippingAddress: to } = draft;
  const same = to === null || (to.countryId === from.countryId && to.zoneId === from.zoneId);
  return same ? payment : findNamedPlace(db, to, draft.languageId);
}

async function languageCode(db: Db, languageId: number): Promise<string> {
  return (await listLanguages(db)).find((language) => language.languageId === languageId)?.code ?? '';
}
