import { SECOND_MS } from '../system/clock';
import { defineError, reasonOf } from '../system/errors';
import type { Log } from '../system/log';
import type { AttachedRoom } from './shop';

/** How soon a confirmed move is noticed without a restart. */
const ASK_AGAIN_MS = 5 * SECOND_MS;

/** Everything that goes out of the house (providers, mails, the shop's own tables) begins here, or does not. */
export interface Outward {
  /** Why nothing goes out; empty when everything does. */
  why(): readonly string[];
  /** Nothing begins after it; resolves when a look that was under way has ended. */
  stop(): Promise<void>;
}

export const looksLikeCopy = defineError(
  'looks_like_copy',
  409,
  'This looks like a copy of the shop: {why}. No links are made, no mails sent and no orders changed.',
  'If this is the shop itself, moved, run `payment-links attach --confirm-move`.',
);

/**
 * Begins at once, unless the database looks like a copy of a shop that is served elsewhere: then nothing goes out
 * until a person has confirmed that this is the shop itself.
 */
export async function beginWhenAtHome(
  attached: Pick<AttachedRoom, 'strangeness'> | null,
  log: Log,
  begin: () => Promise<void>,
): Promise<Outward> {
  let why = (await attached?.strangeness()) ?? [];
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let stopped = false;
  const look = async (): Promise<void> => {
    why = (await attached?.strangeness()) ?? [];
    if (stopped) return;
    if (why.length > 0) return wait();
    log.info('the move was confirmed: jobs run from now on');
    await begin();
  };
  const wait = (): void => {
    timer = setTimeout(() => {
      looking = look().catch((failed: unknown) => {
        log.error({ err: failed }, reasonOf(failed));
        if (!stopped) wait();
      });
    }, ASK_AGAIN_MS);
  };
  if (why.length === 0) await begin();
  else {
    log.warn({ why }, copySentence(why));
    wait();
  }
  return {
    why: () => why,
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await looking;
    },
  };
}

/** For the log, the pages and `doctor`. */
export function copySentence(why: readonly string[]): string {
  const { message, details } = looksLikeCopy({ values: { why: why.join('; ') } });
  return `${message} ${details.remedy ?? ''}`;
}
