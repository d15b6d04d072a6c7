import { HOUR_MS } from '../../../system/clock';
import type { Db, Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { reasonOf } from '../../../system/errors';
import { putJob } from '../../../system/outbox/jobs';
import { RetryLater, type JobHandler } from '../../../system/outbox/job';
import type { PaymentLinks } from '../context';
import { putRound } from '../sweep/put_round';
import { replaceMethods } from './methods';

/** Name of the job; stored with jobs: never rename. */
const JOB = 'payment_link.methods';
/** Accounts change their methods now and then; the owner's Save asks at once. */
const EVERY_MS = 6 * HOUR_MS;

/** Reads the payment methods of every store's account into the cache that the order form reads. */
export function methodsJob(context: PaymentLinks): JobHandler {
  return {
    name: JOB,
    async run(payload, job) {
      const { again } = payload as { again: boolean };
      const failures = await refreshAll(context, job.signal);
      if (!again && failures.length > 0) throw new Error(failures.join('\n'));
      if (again) throw new RetryLater(EVERY_MS, failures.join('\n') || 'the next round');
    },
  };
}

/** Sentences about the accounts that could not be read; the others are refreshed all the same. */
async function refreshAll(context: PaymentLinks, signal: AbortSignal): Promise<string[]> {
  const stores = [0, ...(await context.orderBook.listStores(context.db)).map((store) => store.storeId)];
  const failures: string[] = [];
  for (const storeId of new Set(stores)) {
    for (const provider of context.providers) {
      const failed = await refreshOne(context, storeId, provider.code, signal).catch(reasonOf);
      if (failed !== null) failures.push(failed.startsWith(provider.title) ? failed : `${provider.title}: ${failed}`);
    }
  }
  return failures;
}

async function refreshOne(
  context: PaymentLinks,
  storeId: number,
  code: string,
  signal: AbortSignal,
): Promise<string | null> {
  const provider = context.providers.find((one) => one.code === code);
  const settings = await context.settingsFor(storeId, code);
  const account = settings['status'] === true ? (provider?.accountOf(settings) ?? null) : null;
  const gateway = account && provider ? provider.open(account) : null;
  if (!gateway?.listMethods || account === null) return null;
  const told = await gateway.listMethods({ idempotencyKey: `methods-${context.clock.now()}`, signal });
  const place = { gateway: code, storeId, environment: account.environment };
  await transaction(context.db, (tx) => replaceMethods(tx, place, told, context.clock.now()));
  return null;
}

/** After a Save of the settings: asks soon, in the worker. */
export async function askForMethods(tx: Tx, now: number): Promise<void> {
  await putJob(tx, { name: JOB, payload: { again: false }, runAt: now, now });
}

/** Puts the job that comes back for ever; to be called at every start. */
export async function startMethodRounds(db: Db, now: number): Promise<void> {
  await putRound(db, { name: JOB, payload: { again: true } }, now);
}
