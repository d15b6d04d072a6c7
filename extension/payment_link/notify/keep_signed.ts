import { SECOND_MS } from '../../../system/clock';
import { retryingTransaction } from '../../../system/db/retry';
import { gather } from '../../../system/gather';
import type { PaymentLinks } from '../context';
import { putRefreshes } from '../jobs';
import { insertNotifications, type NewNotification } from './notifications';

/** Bytes of notifications in one statement: well below the smallest limit of a server, 4 MB. */
const BYTES_MAX = 1024 * 1024;
/** What a row weighs beside its body; it also bounds how many share a statement. */
const ROW_BYTES = 8 * 1024;

/** As many at the same moment are a flood, as after an outage of the provider: taking them comes first. */
const FLOOD = 8;
/** Their reads wait so long, which several notifications of one link then share. */
const FLOOD_WAIT_MS = 2 * SECOND_MS;

const keepers = new WeakMap<PaymentLinks, (row: NewNotification) => Promise<void>>();

/**
 * Keeps a signed notification and has its link read. Those that come at the same moment share two statements and one
 * commit; each is answered when that is on the disk.
 */
export function keepSigned(context: PaymentLinks, row: NewNotification): Promise<void> {
  let keep = keepers.get(context);
  if (!keep) {
    const weightOf = ({ body }: NewNotification): number => ROW_BYTES + 3 * (body?.length ?? 0);
    keep = gather((rows) => writeTogether(context, rows), { weightMax: BYTES_MAX, weightOf });
    keepers.set(context, keep);
  }
  return keep(row);
}

async function writeTogether(context: PaymentLinks, rows: readonly NewNotification[]): Promise<void> {
  const now = context.clock.now();
  const linkIds = rows.flatMap((row) => (row.outcome === 'accepted' && row.link_id !== null ? [row.link_id] : []));
  await retryingTransaction(context.db, async (tx) => {
    await insertNotifications(tx, rows);
    await putRefreshes(tx, linkIds, now + (rows.length < FLOOD ? 0 : FLOOD_WAIT_MS), now);
  });
  context.wake();
}
