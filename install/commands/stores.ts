import { InvalidArgumentError } from 'commander';
import type { PaymentLinks } from '../../extension/payment_link/context';
import type { Store } from '../../extension/payment_link/order_book';
import { defineError } from '../../system/errors';

export const noSuchStore = defineError(
  'no_such_store',
  404,
  'There is no store {id}.',
  'The default store is 0; these exist: {known}.',
);

/** @throws AppError `no_such_store` */
export async function storeOf(links: PaymentLinks, storeId: number): Promise<Store> {
  const stores = await links.orderBook.listStores(links.db);
  const store = stores.find((one) => one.storeId === storeId);
  const known = stores.map((one) => `${one.storeId} (${one.name})`).join(', ');
  if (!store) throw noSuchStore({ values: { id: storeId, known } });
  return store;
}

/** An option or argument that must be a whole number from 0. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Likewise, from 1: how many to show. */
export function countFromOne(text: string): number {
  const count = wholeNumber(text);
  if (count === 0) throw new InvalidArgumentError('It must be at least 1.');
  return count;
}
