import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { listZones } from '../../../extension/opencart/localisation/zones';
import { json, type Answer } from '../../../system/http/answer';
import { wholeIn } from '../../../system/http/input';
import type { Admin } from '../../admin';
import type { Visit } from '../../visit';

/** The regions of `?country_id=`, for forms whose region list follows the country. */
export async function zones(app: Admin, visit: Visit): Promise<Answer> {
  const languageId = (await listLanguages(app.db))[0]?.languageId ?? 1;
  const found = await listZones(app.db, wholeIn(visit.query, 'country_id'), languageId);
  return json(found.map(({ zoneId, name }) => ({ id: String(zoneId), name })));
}
