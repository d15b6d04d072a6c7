import type { Choice } from '../../../extension/opencart/localisation/classes';
import { listStockStatuses, listTaxClasses, listWeightClasses } from '../../../extension/opencart/localisation/classes';
import { baseCurrencyCode } from '../../../extension/opencart/localisation/currencies';
import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { listOptions, type Option } from '../../../extension/opencart/product/options';
import { listStores } from '../../../extension/opencart/setting/stores';
import type { Language, Store } from '../../../extension/payment_link/order_book';
import type { Admin } from '../../admin';

/** All that the product form lets one choose from. */
export interface ProductChoices {
  readonly languages: readonly Language[];
  readonly taxClasses: readonly Choice[];
  readonly stockStatuses: readonly Choice[];
  readonly weightClasses: readonly Choice[];
  readonly stores: readonly Store[];
  readonly options: readonly Option[];
  readonly currency: string;
}

export async function choicesOf(app: Admin): Promise<ProductChoices> {
  const languages = await listLanguages(app.db);
  const languageId = languages[0]?.languageId ?? 1;
  return {
    languages,
    taxClasses: await listTaxClasses(app.db),
    stockStatuses: await listStockStatuses(app.db, languageId),
    weightClasses: await listWeightClasses(app.db, languageId),
    stores: await listStores(app.db),
    options: await listOptions(app.db, languageId),
    currency: await baseCurrencyCode(app.db),
  };
}
