import { listIn, type Input } from '../system/http/input';

/** The ids of the rows that were ticked in a list; each once, and only those that can be ids. */
export function selectedIn(body: Input): number[] {
  return [
    ...new Set(
      listIn(body, 'selected')
        .filter((id) => /^\d{1,9}$/.test(id))
        .map(Number),
    ),
  ];
}
