import type { Db } from '../../../system/db/table';
import type { DraftAddress, OrderDraft } from '../order/order_draft';
import type { ShopSettings } from '../setting/settings';
import { readSettings } from '../setting/settings';
import type { ShopTime } from '../shop_time';
import type { Catalogue } from './catalogue';
import { readCatalogue } from './catalogue';
import type { KnownPlaces } from './checks/address';
import { selectCountries, selectZoneCountries } from './tables/places';
import type { CurrencyRow, References } from './tables/references';
import { findActiveCurrency, selectReferences } from './tables/references';

/** What the tables say about the things a draft names. */
export interface DraftFacts {
  readonly draft: OrderDraft;
  readonly settings: ShopSettings;
  readonly references: References;
  readonly currency: CurrencyRow | null;
  readonly places: KnownPlaces;
  readonly catalogue: Catalogue;
}

export async function readDraftFacts(db: Db, asked: OrderDraft, now: ShopTime): Promise<DraftFacts> {
  const draft = withWholeIds(asked);
  const addresses = [draft.paymentAddress, ...(draft.shippingAddress ? [draft.shippingAddress] : [])];
  const [settings, references, currency, countries, zones, catalogue] = await Promise.all([
    readSettings(db, draft.storeId),
    selectReferences(db, draft),
    findActiveCurrency(db, draft.currencyCode),
    selectCountries(db, unique(addresses.map((address) => address.countryId))),
    selectZoneCountries(db, unique(addresses.map((address) => address.zoneId))),
    readCatalogue(db, draft, now),
  ]);
  return { draft, settings, references, currency, places: { countries, zones }, catalogue };
}

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)];
}

/** A number that can be no id (a form's NaN) becomes -1, which nothing has. */
function withWholeIds(draft: OrderDraft): OrderDraft {
  const { shippingAddress } = draft;
  return {
    ...draft,
    storeId: whole(draft.storeId),
    customerId: whole(draft.customerId),
    customerGroupId: whole(draft.customerGroupId),
    languageId: whole(draft.languageId),
    statusId: whole(draft.statusId),
    paymentAddress: withWholePlace(draft.paymentAddress),
    shippingAddress: shippingAddress === null ? null : withWholePlace(shippingAddress),
  };
}

function withWholePlace(address: DraftAddress): DraftAddress {
  return { ...address, countryId: whole(address.countryId), zoneId: whole(address.zoneId) };
}

/** Ids are 32-bit in the tables. */
function whole(id: number): number {
  return Number.isInteger(id) && Math.abs(id) <= 0x7fffffff ? id : -1;
}
