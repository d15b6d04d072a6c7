import type { Db } from '../../../../system/db/table';
import type { Cart } from '../cart';
import type { DraftFacts } from '../draft_facts';
import type { Problem } from '../problems';
import { SAYS } from '../problems';
import { selectGeoZones, selectWeightClasses } from '../tables/places';
import { titlesIn } from '../titles';
import type { ShippingQuote } from './quote';
import { quoteShipping } from './quotes';

/** The ways to ship these lines to the draft's shipping address, in the shop's order. */
export async function offerShipping(db: Db, facts: DraftFacts, cart: Cart): Promise<ShippingQuote[]> {
  const { draft, settings, references } = facts;
  const to = draft.shippingAddress ?? { countryId: 0, zoneId: 0 };
  const byWeight = settings.flag('shipping_weight_status');
  const [geoZones, weightClasses] = await Promise.all([
    selectGeoZones(db, to),
    byWeight ? selectWeightClasses(db, draft.languageId) : [],
  ]);
  return quoteShipping({
    ...{ cart, settings, geoZones, weightClasses },
    titles: titlesIn(references.languageCode ?? ''),
  });
}

/** The draft's method with its price now; null when nothing ships. */
export async function chooseShipping(
  db: Db,
  facts: DraftFacts,
  cart: Cart,
): Promise<{ quote: ShippingQuote | null; problems: Problem[] }> {
  const { shippingAddress, shippingCode } = facts.draft;
  if (!cart.needsShipping) return { quote: null, problems: [] };
  const missing: Problem[] = shippingAddress ? [] : [['shipping_address.country_id', SAYS.shippingAddress]];
  if (!shippingCode) return { quote: null, problems: [...missing, ['shipping_code', SAYS.shippingMissing]] };
  if (!shippingAddress) return { quote: null, problems: missing };
  const quote = (await offerShipping(db, facts, cart)).find(({ code }) => code === shippingCode) ?? null;
  return { quote, problems: quote ? [] : [['shipping_code', SAYS.shippingUnknown]] };
}
