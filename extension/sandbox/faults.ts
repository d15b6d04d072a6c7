/** What can go wrong between a shop and a provider, as switches that tests and people in the demo can set. */
export type FaultKind =
  /** Answers rightly, but late. */
  | 'latency'
  /** 429 with `Retry-After`. */
  | 'too_many'
  /** 500 with the provider's own error shape replaced by plain text. */
  | 'server_error'
  /** 503, as during maintenance. */
  | 'unavailable'
  /** 200 with an HTML page instead of JSON. */
  | 'nonsense'
  /** 200 with nothing in it. */
  | 'empty'
  /** The connection breaks before anything was stored. */
  | 'reset_before'
  /** The connection breaks after everything was stored: the answer is lost. */
  | 'reset_after'
  /** Nothing is stored and nothing is ever answered. */
  | 'hang'
  /** Everything is stored and nothing is ever answered. */
  | 'hang_after';

export const FAULT_KINDS: readonly FaultKind[] = [
  'latency',
  'too_many',
  'server_error',
  'unavailable',
  'nonsense',
  'empty',
  'reset_before',
  'reset_after',
  'hang',
  'hang_after',
];

export interface Fault {
  /** Name of an operation (`create`, `read` …), or `any`. */
  readonly operation: string;
  readonly kind: FaultKind;
  /** The next so many calls; without it every call, subject to `rate`. */
  readonly times?: number | undefined;
  /** Share of the calls, 0 to 1; 1 when absent. */
  readonly rate?: number | undefined;
  /** For `latency`; 1000 when absent. */
  readonly latencyMs?: number | undefined;
  /** For `too_many` and `unavailable`; 1 when absent. */
  readonly retryAfterSeconds?: number | undefined;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that befalls this call, if any; uses up one of its `times`. */
  take(operation: string): Fault | null;
  list(): readonly Fault[];
}

/** `random` answers 0 ≤ x < 1. */
export function createFaults(random: () => number = Math.random): Faults {
  let active: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void active.push({ fault, left: fault.times ?? Infinity }),
    clear: () => void (active = []),
    take(operation) {
      const hit = active.find(({ fault }) => strikes(fault, operation, random));
      if (!hit) return null;
      hit.left -= 1;
      active = active.filter(({ left }) => left > 0);
      return hit.fault;
    },
    list: () => active.map(({ fault, left }) => (left === Infinity ? fault : { ...fault, times: left })),
  };
}

function strikes(fault: Fault, operation: string, random: () => number): boolean {
  if (fault.operation !== 'any' && fault.operation !== operation) return false;
  return fault.rate === undefined || random() < fault.rate;
}
