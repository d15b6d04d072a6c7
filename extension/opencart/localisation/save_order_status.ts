import { transaction } from '../../../system/db/transaction';
import { isDuplicate } from '../../../system/db/duplicate';
import type { Db, Tx } from '../../../system/db/table';
import { defineError, invalidForm, notFound } from '../../../system/errors';
import { listLanguages } from './languages';
import type { Names } from '../names';
import { checkNames, nameIn, nameRows } from '../names';
import { listStatusUses } from './order_status_uses';
import { deleteOrderStatus, findOrderStatus, insertOrderStatus, nextOrderStatusId } from './order_statuses';

export const orderStatusInUse = defineError(
  'order_status_in_use',
  409,
  'The order status "{name}" is in use and cannot be deleted.',
  'Choose another status first wherever it is used: the page Order Statuses names each place.',
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

/** @throws AppError `order_status_in_use`, `not_found` */
export async function removeOrderStatus(db: Db | Tx, statusId: number): Promise<void> {
  await transaction(db, async (tx) => {
    const status = await findOrderStatus(tx, statusId);
    if (status === null) throw notFound();
    const uses = await listStatusUses(tx, statusId);
    if (uses.length === 0) return deleteOrderStatus(tx, statusId);
    const name = nameIn(nameRows(status.names), 0);
    throw orderStatusInUse({ values: { name } });
  });
}
