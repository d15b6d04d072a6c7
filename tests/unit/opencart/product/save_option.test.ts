import { findOption } from '../../../../extension/opencart/product/find_option';
import { findBlockedValue, listOptionUses } from '../../../../extension/opencart/product/option_uses';
import { removeOption, saveOption, type OptionForm } from '../../../../extension/opencart/product/save_option';
import { optionIndexes } from '../../../../install/migrations/0008_option_indexes';
import { AppError } from '../../../../system/errors';
import { dialectOf, t } from '../../../../system/db/table';
import { freshDatabase } from '../../../support/database';

const value = (name: string, sortOrder = 0, optionValueId = 0) => ({
  ...{ optionValueId, sortOrder },
  names: { 1: name, 2: `${name} (nl)` },
});
const form = (more: Partial<OptionForm> = {}): OptionForm => ({
  ...{ names: { 1: 'Roast', 2: 'Branding' }, type: 'select', sortOrder: 3 },
  ...{ values: [value('Dark', 2), value('Light', 1)], ...more },
});

let shop: Awaited<ReturnType<typeof freshDatabase>>;
beforeEach(async () => {
  shop = await freshDatabase();
  const language = t(shop.db, 'language');
  await shop.db(language).insert({ language_id: 1, name: 'English', code: 'en-gb', sort_order: 1, status: 1 });
  await shop.db(language).insert({ language_id: 2, name: 'Nederlands', code: 'nl-nl', sort_order: 2, status: 1 });
});
afterEach(() => shop.destroy());

const add = (more: Partial<OptionForm> = {}) => saveOption(shop.db, null, form(more));
const stored = async (id: number) => (await findOption(shop.db, id)) ?? fail(`no option ${id}`);
const fail = (message: string): never => {
  throw new Error(message);
};
/** The values by name, as the order form offers them. */
const offered = async (id: number) =>
  (await stored(id)).values.map(({ names, optionValueId }) => ({ name: names[1], optionValueId }));

/** What a refusal says: its code, and the fields of a wrong form. */
async function refusal(saving: Promise<unknown>): Promise<unknown> {
  const thrown: unknown = await saving.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof AppError)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown.details.fields ?? thrown.code;
}

/** A product that has the option and offers these values. */
async function sell(productId: number, name: string, optionId: number, valueIds: readonly number[]): Promise<void> {
  const { db } = shop;
  await db(t(db, 'product')).insert({ product_id: productId, model: `M${productId}` });
  await db(t(db, 'product_description')).insert({ product_id: productId, language_id: 1, name });
  const place = { product_id: productId, option_id: optionId };
  const [id = 0] = await db(t(db, 'product_option')).insert({ ...place, value: '', required: 1 });
  for (const optionValueId of valueIds) {
    await db(t(db, 'product_option_value')).insert({
      ...{ ...place, product_option_id: id, option_value_id: optionValueId, price: '0.0000', weight: '0.00000000' },
      quantity: 1,
    });
  }
}

describe('an option is saved', () => {
  test('with its names, its type and its values in their order', async () => {
    const id = await add();
    expect(await stored(id)).toMatchObject({ names: { 1: 'Roast', 2: 'Branding' }, type: 'select', sortOrder: 3 });
    expect((await offered(id)).map(({ name }) => name)).toEqual(['Light', 'Dark']);
  });

  test('what stays keeps its id, also when names, places and their order in the form change', async () => {
    const id = await add();
    const [light, dark] = await offered(id);
    const again = await saveOption(
      shop.db,
      id,
      form({
        values: [value('Medium', 2), value('Pale', 3, light?.optionValueId), value('Dark', 1, dark?.optionValueId)],
      }),
    );
    expect(again).toBe(id);
    const now = await offered(id);
    expect(now.map(({ name }) => name)).toEqual(['Dark', 'Medium', 'Pale']);
    expect([now[0]?.optionValueId, now[2]?.optionValueId]).toEqual([dark?.optionValueId, light?.optionValueId]);
  });

  test('a value of another option is not taken over: it becomes a new one here, and stays what it is there', async () => {
    const [other, id] = [await add({ names: { 1: 'Other', 2: 'Ander' } }), await add()];
    const [theirs] = await offered(other);
    await saveOption(shop.db, id, form({ values: [value('Mine', 1, theirs?.optionValueId)] }));
    expect((await offered(id))[0]?.optionValueId).not.toBe(theirs?.optionValueId);
    expect((await offered(other))[0]).toEqual(theirs);
  });

  test('what goes takes its names along', async () => {
    const id = await add();
    const [light] = await offered(id);
    await saveOption(shop.db, id, form({ values: [value('Light', 1, light?.optionValueId)] }));
    const names = await shop.db(t(shop.db, 'option_value_description')).where('option_id', id);
    expect(names).toHaveLength(2);
  });

  test('one that is gone is not found', async () => {
    expect(await refusal(saveOption(shop.db, 99, form()))).toBe('not_found');
  });
});

describe('a wrong form is refused, each error at its field, and nothing of it is saved', () => {
  const wrong: readonly (readonly [why: string, more: Partial<OptionForm>, fields: object])[] = [
    ['a name is missing in a language', { names: { 1: 'Roast' } }, { name_2: 'error_name' }],
    ['a name is longer than its column', { names: { 1: 'x'.repeat(129), 2: 'y' } }, { name_1: 'error_name' }],
    ['a name fits only before it is escaped', { names: { 1: '&'.repeat(26), 2: 'y' } }, { name_1: 'error_name' }],
    ['a place is below 0', { sortOrder: -1 }, { sort_order: 'error_sort_order' }],
    ['a place is no number', { sortOrder: NaN }, { sort_order: 'error_sort_order' }],
    [
      'a value has no name and an absurd place',
      { values: [value('Dark'), { optionValueId: 0, names: { 1: ' ', 2: 'x' }, sortOrder: 1e9 }] },
      { value_1_name_1: 'error_value_name', value_1_sort_order: 'error_sort_order' },
    ],
    ['the type is not known', { type: 'file' }, { type: 'error_choice' }],
    ['there is nothing to choose from', { values: [] }, { type: 'error_values' }],
    ['a typed option has values', { type: 'text' }, { type: 'error_type_values' }],
  ];
  test.each(wrong)('%s', async (_why, more, fields) => {
    expect(await refusal(add(more))).toEqual(fields);
    expect(await shop.db(t(shop.db, 'option'))).toEqual([]);
  });

  test('a type that this program does not offer may stay, and be left', async () => {
    const id = await add({ type: 'text', values: [] });
    await shop.db(t(shop.db, 'option')).where('option_id', id).update({ type: 'file' });
    await saveOption(shop.db, id, form({ type: 'file', values: [], sortOrder: 8 }));
    expect(await stored(id)).toMatchObject({ type: 'file', sortOrder: 8 });
    await saveOption(shop.db, id, form());
    expect(await stored(id)).toMatchObject({ type: 'select' });
  });
});

describe('what products have stays', () => {
  test('a value that one offers is not removed, and with it nothing of the form is saved', async () => {
    const id = await add();
    const [light, dark] = await offered(id);
    await sell(40, 'Coffee &amp; cream', id, [dark?.optionValueId ?? 0]);
    const without = form({ sortOrder: 9, values: [value('Pale', 1, light?.optionValueId)] });
    expect(await refusal(saveOption(shop.db, id, without))).toBe('option_value_in_use');
    expect(await stored(id)).toMatchObject({ sortOrder: 3 });
    expect((await offered(id)).map(({ name }) => name)).toEqual(['Light', 'Dark']);
    const blocked = await findBlockedValue(shop.db, await stored(id), [light?.optionValueId ?? 0]);
    expect(blocked).toMatchObject({ name: 'Dark', uses: [{ productId: 40, name: 'Coffee & cream' }] });
    await saveOption(shop.db, id, form({ values: [value('Black', 1, dark?.optionValueId)] }));
    expect(await offered(id)).toEqual([{ name: 'Black', optionValueId: dark?.optionValueId }]);
  });

  test('an option that one has does not turn from chosen to typed, nor back, but from one choice to another', async () => {
    const id = await add();
    await sell(40, 'Coffee', id, []);
    expect(await refusal(saveOption(shop.db, id, form({ type: 'text', values: [] })))).toEqual({
      type: 'error_type_used',
    });
    const [light, dark] = await offered(id);
    const values = [value('Light', 1, light?.optionValueId), value('Dark', 2, dark?.optionValueId)];
    await saveOption(shop.db, id, form({ type: 'radio', values }));
    expect(await stored(id)).toMatchObject({ type: 'radio' });
  });

  test('an option that one has is not deleted; a product without a name is named by its model', async () => {
    const id = await add();
    await sell(40, '', id, []);
    expect(await refusal(removeOption(shop.db, id))).toBe('option_in_use');
    expect(await listOptionUses(shop.db, id)).toEqual([{ productId: 40, name: 'M40' }]);
    expect(await offered(id)).toHaveLength(2);
  });

  test('others go with all that was theirs, and nothing else', async () => {
    const [id, other] = [await add(), await add()];
    await removeOption(shop.db, id);
    expect(await refusal(removeOption(shop.db, id))).toBe('not_found');
    expect(await offered(other)).toHaveLength(2);
    for (const table of ['option', 'option_description', 'option_value', 'option_value_description'] as const) {
      expect(await shop.db(t(shop.db, table)).where('option_id', id)).toEqual([]);
    }
  });
});

test('uses and values are looked up by an index, and its migration can be run again', async () => {
  const { db } = shop;
  await optionIndexes.up(db);
  const lookups = [
    ['option_value', 'option_id'],
    ['product_option', 'option_id'],
    ['product_option_value', 'option_value_id'],
  ] as const;
  for (const [table, column] of lookups) {
    const query = db(t(db, table)).where(column, 7).toSQL().toNative();
    const explain = dialectOf(db) === 'mysql' ? 'explain' : 'explain query plan';
    const plan = JSON.stringify(await db.raw(`${explain} ${query.sql}`, [...query.bindings] as number[]));
    expect(plan).toContain(`${table}_${column}_i`);
  }
});
