import { kept } from '../../../../system/db/kept';
import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';
import type { OrderDraft } from '../../order/order_draft';

/** What a draft refers to beside its products and addresses; null or 0: the shop has no such thing. */
export interface References {
  readonly store: number | null;
  readonly languageCode: string | null;
  readonly customerGroup: number | null;
  readonly customer: number | null;
  readonly status: number | null;
}

/** A guest asks for nothing that another order of this second did not ask for. */
export async function selectReferences(db: Db, draft: OrderDraft): Promise<References> {
  const { storeId, languageId, customerGroupId, statusId, customerId } = draft;
  const key = `references ${storeId} ${languageId} ${customerGroupId} ${statusId}`;
  const shop = await kept(db, key, () => selectShopReferences(db, draft));
  return { ...shop, customer: customerId > 0 ? await findCustomerId(db, customerId) : null };
}

type ShopReferences = Omit<References, 'customer'>;

async function selectShopReferences(db: Db, draft: OrderDraft): Promise<ShopReferences> {
  const [row] = (await db.select(
    idIn(db, 'store', 'store_id', draft.storeId).as('store'),
    db(t(db, 'language')).select('code').where('language_id', draft.languageId).as('languageCode'),
    idIn(db, 'customer_group', 'customer_group_id', draft.customerGroupId).as('customerGroup'),
    idIn(db, 'order_status', 'order_status_id', draft.statusId).as('status'),
  )) as ShopReferences[];
  return row ?? { store: null, languageCode: null, customerGroup: null, status: null };
}

async function findCustomerId(db: Db, customerId: number): Promise<number | null> {
  const rows = (await idIn(db, 'customer', 'customer_id', customerId)) as { customer_id: number }[];
  return rows[0]?.customer_id ?? null;
}

function idIn(db: Db, table: string, column: string, id: number) {
  return db(t(db, table)).select(column).where(column, id).limit(1);
}

export interface CurrencyRow {
  readonly currency_id: number;
  readonly code: string;
  readonly value: string | number | null;
  readonly decimal_place: number | string | null;
}

/** Null when the shop does not have it or has switched it off. */
export async function findActiveCurrency(db: Db, code: string): Promise<CurrencyRow | null> {
  return kept(db, `currency ${code}`, async () => {
    const row = (await db(t(db, 'currency'))
      .select('currency_id', 'code', 'value', 'decimal_place')
      .where({ code, status: 1 })
      .first()) as CurrencyRow | undefined;
    return row ?? null;
  });
}
