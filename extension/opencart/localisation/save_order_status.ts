import { transaction } from '../../../system/db/transaction';
import { isDuplicate } from '../../../system/db/duplicate';
import type { Db, Tx } from '../../../system/db/table';
import { defineError, invalidForm, notFound } from '../../../system/errors';
import { listLanguages } from './languages';
import type { Names } from '../names';
import { checkNames, nameIn, nameRows } from '../names';
import type { StatusUse } from './order_status_uses';
import { listStatusUses } from './order_status_uses';
import { deleteOrderStatus, findOrderStatus, insertOrderStatus, nextOrderStatusId } from './order_statuses';

export const orderStatusInUse = defineError(
  'order_status_in_use',
  409,
  'The order status "{name}" cannot be deleted, it is used by: {where}.',
  'Choose another status there first.',
);

/** As OpenCart: 3 to 32 characters, in every language. */
const NAME_LENGTHS = [3, 32] as const;
/** Two people who add a status at once may be given the same id; the second tries the next one. */
const ATTEMPTS_MAX = 5;

/** Adds a status (`statusId` null) or renames one. @returns its id. @throws AppError `invalid_form`, `not_found` */
export async function saveOrderStatus(db: Db | Tx, statusId: number | null, names: Names): Promise<number> {
  return transaction(db, async (tx) => {
    const languages = await listLanguages(tx);
    const fields = checkNames(
      names,
      languages.map((one) => one.languageId),
      NAME_LENGTHS,
      'error_name',
    );
    if (Object.keys(fields).length > 0) throw invalidForm({ fields });
    return statusId === null ? add(tx, names) : rename(tx, statusId, names);
  });
}

async function add(tx: Tx, names: Names): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const statusId = await nextOrderStatusId(tx);
    try {
      await insertOrderStatus(tx, statusId, names);
      return statusId;
    } catch (thrown) {
      if (!isDuplicate(thrown) || attempt === ATTEMPTS_MAX) throw thrown;
    }
  }
}

async function rename(tx: Tx, statusId: number, names: Names): Promise<number> {
  if ((await findOrderStatus(tx, statusId)) === null) throw notFound();
  await deleteOrderStatus(tx, statusId);
  await insertOrderStatus(tx, statusId, names);
  return statusId;
}

/** @throws AppError `order_status_in_use`, naming every place; `not_found` */
export async function removeOrderStatus(db: Db | Tx, statusId: number): Promise<void> {
  await transaction(db, async (tx) => {
    const status = await findOrderStatus(tx, statusId);
    if (status === null) throw notFound();
    const uses = await listStatusUses(tx, statusId);
    if (uses.length === 0) return deleteOrderStatus(tx, statusId);
    const name = nameIn(nameRows(status.names), 0);
    throw orderStatusInUse({ values: { name, where: [...new Set(uses.map(described))].join('; ') } });
  });
}

const SHOP_PLACES: Readonly<Record<string, string>> = {
  config_order_status_id: 'Order Status',
  config_processing_status: 'Processing Order Status',
  config_complete_status: 'Complete Order Status',
  config_fraud_status_id: 'Fraud Order Status',
  config_void_status_id: 'Void Order Status',
  config_failed_status_id: 'Failed Order Status',
};

function described(use: StatusUse): string {
  if (use.place === 'orders') return 'orders';
  if (use.place === 'histories') return 'the history of orders';
  const store = use.storeId === 0 ? '' : ` (store ${use.storeId})`;
  const shop = SHOP_PLACES[use.key];
  if (shop !== undefined) return `System → Settings, "${shop}"${store}`;
  const [, payment = '', rest = ''] = /^payment_(.+?)_order_status_id_?(.*)$/.exec(use.key) ?? [];
  return `Extensions → Payments → ${payment}${rest === '' ? '' : `, "${rest}"`}${store}`;
}
