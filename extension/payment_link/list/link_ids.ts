import { aside } from '../../../system/db/aside';
import type { Db } from '../../../system/db/table';
import type { LinkFilter } from './link_filter';
import { foundLinks, lookUp } from './link_search';

/** Ids of what the filter lets through, newest first, and no more of them than `limit`. */
export async function listLinkIds(db: Db, filter: LinkFilter, limit: number): Promise<number[]> {
  const reader = aside(db);
  const found = await lookUp(reader, filter, limit);
  const rows = (await foundLinks(reader, found)
    .select('link_id')
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'link_id', order: 'desc' },
    ])
    .limit(limit)) as { link_id: number }[];
  return rows.map((row) => row.link_id);
}
