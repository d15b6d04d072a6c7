import type { Person } from '../../payment_link/journal/person';
import { transaction } from '../../../system/db/transaction';
import { invalidForm } from '../../../system/errors';
import { withoutSecrets } from '../../../system/moved_secrets';
import type { Values } from '../../../system/settings';
import { checkStore } from './check_store';
import { readOwnSettings } from './extension_settings';
import { saveWithJournal, type SettingsRoom } from './save_payment_settings';
import { readStoreForm, saveRow, storedStoreValues, storePlace } from './save_store';
import { settingsOfStore } from './store_settings';

/**
 * Changes one setting of a store as its form would, or an address together with the secret that is sent there. What was wrong with the others before keeps nobody from it.
 * @throws AppError `invalid_form` with what this change makes wrong
 */
export async function saveStoreSetting(
  room: SettingsRoom,
  storeId: number,
  changed: Values,
  person: Person,
): Promise<void> {
  const schema = settingsOfStore(storeId);
  await transaction(room.links.db, async (tx) => {
    const before = await readStoreForm(tx, room.secretKey, storeId);
    const after: Values = { ...before, ...changed };
    const [old, now] = [await checkStore(tx, before), await checkStore(tx, after)];
    const fields = Object.fromEntries(Object.entries(now).filter(([at, error]) => at in changed || old[at] !== error));
    if (Object.keys(fields).length > 0) throw invalidForm({ fields });
    await saveRow(tx, storeId, String(after['name']), String(after['url']));
    const own = withoutSecrets(schema, await readOwnSettings(tx, storePlace(storeId, room.secretKey), schema));
    const values = storedStoreValues({ ...own, ...changed });
    await saveWithJournal(tx, room, { code: 'config', schema, storeId, values }, person);
  });
}
