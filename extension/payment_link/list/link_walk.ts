import { aside } from '../../../system/db/aside';
import type { Db } from '../../../system/db/table';
import type { LinkFilter } from './link_filter';
import { findLinksInOrder } from './link_lists';
import type { Link } from '../link/link_row';
import { foundLinks, lookUp } from './link_search';

const FEW = 1000;

/**
 * All that the filter lets through, newest first, in batches: a place in the list that new links do not move. The
 * narrow index is read once from its newest end to its oldest, however few it lets through.
 */
export async function* walkLinks(db: Db, filter: LinkFilter, batch: number): AsyncGenerator<Link[]> {
  const reader = aside(db);
  const found = await lookUp(reader, filter, FEW);
  let last: Place | undefined;
  do {
    const query = foundLinks(reader, found, 'newest').select('link_id', 'created_at').limit(batch);
    if (last) {
      const { created_at: at, link_id: id } = last;
      void query
        .where('created_at', '<=', at)
        .whereNot((same) => void same.where('created_at', at).where('link_id', '>=', id));
    }
    const places = (await query.orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'link_id', order: 'desc' },
    ])) as Place[];
    last = places.length < batch ? undefined : places.at(-1);
    if (places.length > 0)
      yield findLinksInOrder(
        reader,
        places.map((place) => place.link_id),
      );
  } while (last);
}

interface Place {
  readonly link_id: number;
  readonly created_at: number;
}
