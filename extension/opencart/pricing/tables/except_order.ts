import type { Knex } from 'knex';

/** Leaves out what the order being edited has written; 0: nothing is being edited. */
export function exceptOrder(query: Knex.QueryBuilder, orderId: number): void {
  if (orderId > 0) void query.where((any) => any.whereNot('order_id', orderId).orWhereNull('order_id'));
}
