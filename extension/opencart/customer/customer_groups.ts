import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { Choice } from '../localisation/classes';
import { plainText } from '../escaping';

/** By the shop's own order. */
export async function listCustomerGroups(db: Db, languageId: number): Promise<Choice[]> {
  const rows = (await db(t(db, 'customer_group as g'))
    .leftJoin(t(db, 'customer_group_description as d'), (on) =>
      on.on('d.customer_group_id', 'g.customer_group_id').andOnVal('d.language_id', languageId),
    )
    .select({ id: 'g.customer_group_id', name: 'd.name' })
    .orderBy(['g.sort_order', 'd.name'])) as { id: number; name: string | null }[];
  return rows.map((row) => ({ id: row.id, name: plainText(row.name) }));
}
