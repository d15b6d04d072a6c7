import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { shopDialect } from '../dialect';
import { escapeText, plainText } from '../escaping';
import type { DraftAddress } from '../order/order_draft';

/** An address of a customer's address book; `addressId` 0 for a new one. */
export interface Address extends DraftAddress {
  /** The one that forms begin with. */
  readonly isDefault: boolean;
}

interface AddressRow {
  address_id: number;
  customer_id: number;
  firstname: string | null;
  lastname: string | null;
  company: string | null;
  address_1: string | null;
  address_2: string | null;
  city: string | null;
  postcode: string | null;
  country_id: number | null;
  zone_id: number | null;
  /** Only since 4.0. */
  default?: number | null;
}

/** The default one first. */
export async function listAddresses(db: Db, customerId: number): Promise<Address[]> {
  const rows = await db<AddressRow>(t(db, 'address')).where('customer_id', customerId).orderBy('address_id');
  const defaultId = await defaultIdOf(db, customerId, rows);
  const addresses = rows.map((row) => addressOf(row, row.address_id === defaultId));
  return addresses.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

async function defaultIdOf(db: Db, customerId: number, rows: readonly AddressRow[]): Promise<number | undefined> {
  if (shopDialect(db).defaultAddresses === 'flag') return rows.find((row) => row.default === 1)?.address_id;
  const customers = db<{ customer_id: number; address_id: number }>(t(db, 'customer'));
  return (await customers.where('customer_id', customerId).first('address_id'))?.address_id;
}

/** Makes the address book the given one. What stays keeps its id; an id of another customer counts as new. */
export async function saveAddresses(tx: Tx, customerId: number, addresses: readonly Address[]): Promise<void> {
  const rows = () => tx<AddressRow>(t(tx, 'address'));
  const kept = addresses.map((address) => address.addressId);
  await rows().where('customer_id', customerId).whereNotIn('address_id', kept).delete();
  for (const address of addresses) {
    const place = { customer_id: customerId, address_id: address.addressId };
    const stored = await rows().where(place).first('address_id');
    if (stored) await rows().where(place).update(columnsOf(address));
    else await tx(t(tx, 'address')).insert({ customer_id: customerId, custom_field: '[]', ...columnsOf(address) });
  }
}

function columnsOf(address: Address) {
  return {
    firstname: escapeText(address.firstName.trim()),
    lastname: escapeText(address.lastName.trim()),
    company: escapeText(address.company.trim()),
    address_1: escapeText(address.address1.trim()),
    address_2: escapeText(address.address2.trim()),
    city: escapeText(address.city.trim()),
    postcode: escapeText(address.postcode.trim()),
    country_id: address.countryId,
    zone_id: address.zoneId,
    default: address.isDefault ? 1 : 0,
  };
}

function addressOf(row: AddressRow, isDefault: boolean): Address {
  return {
    addressId: row.address_id,
    firstName: plainText(row.firstname),
    lastName: plainText(row.lastname),
    company: plainText(row.company),
    address1: plainText(row.address_1),
    address2: plainText(row.address_2),
    city: plainText(row.city),
    postcode: plainText(row.postcode),
    countryId: row.country_id ?? 0,
    zoneId: row.zone_id ?? 0,
    isDefault,
  };
}
