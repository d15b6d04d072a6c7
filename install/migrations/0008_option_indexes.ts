import { addIndexes } from '../schema/create';
import { readIndexes } from '../schema/notation';
import type { Migration } from './migration';

/** An option's values, and the products that have an option or offer a value. */
const INDEXES = `
option_value: index(option_id)
product_option: index(option_id)
product_option_value: index(option_value_id)
`;

export const optionIndexes: Migration = {
  name: '0008_option_indexes',
  shop: 'embedded',
  up: (db) => addIndexes(db, readIndexes(INDEXES)),
  async down() {
    // They go with the tables.
  },
};
