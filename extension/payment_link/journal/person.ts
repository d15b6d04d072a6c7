import { crashPoint } from '../../../system/crash_point';
import { retryingTransaction } from '../../../system/db/retry';
import type { Tx } from '../../../system/db/table';
import { defineError } from '../../../system/errors';
import type { PaymentLinks } from '../context';
import { takeFormToken } from '../forms';

/** Who presses a button, for the journal, and which press it is: the same form sent again is the same press. */
export interface Person {
  readonly name: string;
  readonly ip: string | null;
  /** Absent where no form is: the command line, the API. */
  readonly press?: { readonly token: string; readonly userId: number };
}

export const pressedBefore = defineError('pressed_before', 409, 'That was done already.');

/**
 * What a person's press does, in one transaction with the taking of the press: a crash or a refusal leaves neither,
 * and a repetition does nothing twice. Wakes the worker. `work` may run again after a deadlock: it changes nothing but
 * the database. @throws AppError `pressed_before`
 */
export async function onPress<T>(
  context: Pick<PaymentLinks, 'db' | 'clock' | 'wake'>,
  { press }: Person,
  work: (tx: Tx, now: number) => Promise<T>,
): Promise<T> {
  const done = await retryingTransaction(context.db, async (tx) => {
    const now = context.clock.now();
    if (press && !(await takeFormToken(tx, press.token, press.userId, now))) throw pressedBefore();
    const result = await work(tx, now);
    crashPoint('press.acted');
    return result;
  });
  crashPoint('press.recorded');
  context.wake();
  return done;
}
