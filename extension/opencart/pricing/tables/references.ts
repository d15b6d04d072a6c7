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

/** One statement. */
export async function selectReferences(db: Db, draft: OrderDraft): Promise<References> {
  const idOf = (table: string, column: string, id: number) =>
    db(t(db, table)).select(column).where(column, id).limit(1);
  const [row] = (await db.select(
    idOf('store', 'store_id', draft.storeId).as('store'),
    db(t(db, 'language')).select('code').where('language_id', draft.languageId).as('languageCode'),
    idOf('customer_group', 'customer_group_id', draft.customerGroupId).as('customerGroup'),
    idOf('customer', 'customer_id', draft.customerId).as('customer'),
    idOf('order_status', 'order_status_id', draft.statusId).as('status'),
  )) as References[];
  return row ?? { store: null, languageCode: null, customerGroup: null, customer: null, status: null };
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
