import type { Clock } from '../../system/clock';

/** One call that really arrived, whatever became of it. */
export interface RequestRecord {
  /** UTC epoch milliseconds. */
  readonly at: number;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** The merchant's order id, when the call named one. */
  readonly orderId: string | null;
  readonly body: unknown;
  /** What was answered; null while open, or when the answer was lost on purpose. */
  status: number | null;
  /** The provider's error code or word, null when it was a success. */
  error: string | null;
  /** The fault that befell the call. */
  fault: string | null;
}

export interface RequestFilter {
  readonly operation?: string | undefined;
  readonly orderId?: string | undefined;
}

export interface RequestLog {
  add(record: Omit<RequestRecord, 'at' | 'status' | 'error' | 'fault'>): RequestRecord;
  list(filter?: RequestFilter): RequestRecord[];
  /** How many calls of the operation arrived since the start or the last `forget`, however long ago. */
  count(operation?: string): number;
  /** Calls per operation. */
  counts(): Record<string, number>;
  /** Calls per order id and operation. */
  perOrder(): Record<string, Record<string, number>>;
  forget(): void;
}

/** Records beyond this are dropped, oldest first; the counts stay. */
const RECORDS_MAX = 20_000;

export function createRequestLog(clock: Clock): RequestLog {
  let records: RequestRecord[] = [];
  let counts = new Map<string, number>();
  let orders = new Map<string, Record<string, number>>();
  return {
    add(given) {
      const record: RequestRecord = { at: clock.now(), ...given, status: null, error: null, fault: null };
      records.push(record);
      if (records.length > RECORDS_MAX) records = records.slice(-RECORDS_MAX / 2);
      counts.set(given.operation, (counts.get(given.operation) ?? 0) + 1);
      if (given.orderId !== null) countFor(orders, given.orderId, given.operation);
      return record;
    },
    list: (filter = {}) => records.filter((record) => matches(record, filter)),
    count: (operation) => (operation === undefined ? sum(counts.values()) : (counts.get(operation) ?? 0)),
    counts: () => Object.fromEntries(counts),
    perOrder: () => Object.fromEntries(orders),
    forget() {
      records = [];
      counts = new Map();
      orders = new Map();
    },
  };
}

function countFor(orders: Map<string, Record<string, number>>, orderId: string, operation: string): void {
  const row = orders.get(orderId) ?? {};
  row[operation] = (row[operation] ?? 0) + 1;
  orders.set(orderId, row);
}

function matches(record: RequestRecord, filter: RequestFilter): boolean {
  if (filter.operation !== undefined && record.operation !== filter.operation) return false;
  return filter.orderId === undefined || record.orderId === filter.orderId;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
