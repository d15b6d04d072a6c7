import type { z } from 'zod';
import type { ApiToken } from '../../../extension/payment_link/api_tokens';
import type { OnceKey } from '../../../extension/payment_link/make/once_keys';
import type { Person } from '../../../extension/payment_link/journal/person';
import type { Catalog } from '../../catalog';

/** One request that was let in and read. */
export interface ApiCall<Query, Body> {
  readonly app: Catalog;
  readonly token: ApiToken;
  /** Who acts, for the journal. */
  readonly person: Person;
  /** The number in the address; 0 where it has none. */
  readonly id: number;
  readonly query: Query;
  readonly body: Body;
  /** From `Idempotency-Key`, the token's own; null when none was sent. */
  readonly once: OnceKey | null;
}

export interface ApiAnswer {
  readonly body: unknown;
  /** Address of what was made, below `/api/v1`. */
  readonly location?: string;
  /** The answer to a repeated wish. */
  readonly replayed?: boolean;
}

interface Described {
  readonly method: 'get' | 'post';
  /** Below `/api/v1`, as OpenAPI writes it: `/links/{id}`. */
  readonly path: string;
  /** The operation's name in generated clients. */
  readonly operation: string;
  readonly summary: string;
  readonly description?: string;
  readonly idempotency?: 'optional' | 'required';
  readonly status: 200 | 201 | 202;
  readonly answer: z.ZodType;
  /** Statuses of problems beside those that every endpoint may answer with. */
  readonly problems: readonly number[];
}

export interface Endpoint extends Described {
  readonly query: z.ZodObject | null;
  readonly body: z.ZodType | null;
  run(call: ApiCall<unknown, unknown>): Promise<ApiAnswer>;
}

/** The query and body that `run` gets are what these shapes read. */
export function endpoint<Query extends z.ZodObject, Body extends z.ZodType>(
  described: Described & {
    readonly query?: Query;
    readonly body?: Body;
    run(call: ApiCall<z.output<Query>, z.output<Body>>): Promise<ApiAnswer>;
  },
): Endpoint {
  return {
    ...described,
    query: described.query ?? null,
    body: described.body ?? null,
    run: (call) => described.run(call as ApiCall<z.output<Query>, z.output<Body>>),
  };
}
