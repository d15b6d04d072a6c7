import type { Fault, Faults } from './faults';
import type { RequestFilter, RequestLog, RequestRecord } from './request_log';

/** The hidden side of a stand-in: what tests and people in the demo steer it with. */
export interface Control<Action extends string, Behaviours, Told> {
  fault(fault: Fault): void;
  /** Chooses between two ways where the documentation leaves the real behaviour open. */
  behave(change: Partial<Behaviours>): void;
  /** Ends faults and odd behaviours. */
  clear(): void;
  /** Forgets the requests received so far. */
  forget(): void;
  requests(filter?: RequestFilter): RequestRecord[];
  /** Calls per operation. */
  counts(): Record<string, number>;
  notifications(orderId?: string): Told[];
  /**
   * Does what a buyer or the bank would do, without a browser. Answers the provider's id of the payment, or null when
   * there was none. Throws as the provider would refuse.
   */
  act(orderId: string, action: Action, choice?: Choice): string | null;
  /** Does all that is due by the clock; needed only with a clock that tests move. */
  tick(): number;
  /** Resolves when every notification under way was answered. */
  idle(): Promise<void>;
}

export interface Choice {
  /** `test` when absent. */
  readonly environment?: 'test' | 'live' | undefined;
  /** The provider's id of a method, for a payment that is yet to begin. */
  readonly method?: string | undefined;
}

/** The parts in which one stand-in differs from another. */
export interface ControlParts<Action extends string, Behaviours, Told> {
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly actions: readonly Action[];
  /** As they are unless changed. */
  readonly usual: Behaviours;
  readonly behaviours: () => Behaviours;
  readonly setBehaviours: (behaviours: Behaviours) => void;
  readonly notifications: () => Iterable<Told>;
  readonly act: (orderId: string, action: Action, choice: Choice) => string | null;
  readonly tick: () => number;
  readonly idle: () => Promise<void>;
}

export function createControl<Action extends string, Behaviours, Told extends { orderId: string }>(
  parts: ControlParts<Action, Behaviours, Told>,
): Control<Action, Behaviours, Told> {
  const { faults, log } = parts;
  return {
    fault: (fault) => faults.add(fault),
    behave: (change) => parts.setBehaviours({ ...parts.behaviours(), ...change }),
    clear() {
      faults.clear();
      parts.setBehaviours(parts.usual);
    },
    forget: () => log.forget(),
    requests: (filter) => log.list(filter),
    counts: () => log.counts(),
    notifications: (orderId) =>
      [...parts.notifications()].filter((one) => orderId === undefined || one.orderId === orderId),
    act: (orderId, action, choice = {}) => parts.act(orderId, action, choice),
    tick: parts.tick,
    idle: parts.idle,
  };
}
