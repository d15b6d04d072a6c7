import type { AttachedShop } from '../extension/opencart/attach/attached_order_book';
import { ShopApiError } from '../extension/opencart/attach/shop_api_error';
import type { ShopDialect } from '../extension/opencart/dialect';
import { testShopApi, type ShopApiAccess } from '../extension/opencart/attach/shop_api';
import { shopStatusJob } from '../extension/opencart/attach/shop_status_job';
import { listAttachedStores } from '../extension/opencart/setting/stores';
import type { PaymentLinks } from '../extension/payment_link/context';
import type { SettingValues } from '../extension/payment_link/gateway';
import type { Clock } from '../system/clock';
import type { Db } from '../system/db/table';
import { createHttpClient } from '../system/http_client';
import type { JobHandler } from '../system/outbox/job';

export interface ShopApiRoom {
  readonly asksShop: NonNullable<AttachedShop['asksShop']>;
  job(links: PaymentLinks): JobHandler;
  /** False where no name and key are set for the store. @throws ShopApiError when the shop does not accept them */
  test(links: PaymentLinks, storeId: number, signal: AbortSignal): Promise<boolean>;
  close(): Promise<void>;
}

/** A shop's PHP is slow at times, and one staff member's clicks come first: few calls at once, and long ones. */
const CALLS_AT_ONCE = 4;
const TIMEOUT_MS = 60_000;

type Reader = (storeId: number, code: string) => Promise<SettingValues>;

/** The shop's own API, by the settings the owner gave per store. */
export function openShopApi(dialect: ShopDialect, clock: Clock, readerOf: (db: Db) => Reader): ShopApiRoom {
  const http = createHttpClient({ parallel: CALLS_AT_ONCE, timeoutMs: TIMEOUT_MS });
  const api = { http, clock, dialect };
  const accessOf = async (db: Db, storeId: number): Promise<ShopApiAccess | null> => {
    const values = await readerOf(db)(storeId, 'payment_link');
    return isGiven(values) ? accessIn(values, await shopUrl(db)) : null;
  };
  return {
    asksShop: async (db, storeId) => isGiven(await readerOf(db)(storeId, 'payment_link')),
    job: (links) => shopStatusJob({ links, api, accessOf: (storeId) => accessOf(links.db, storeId) }),
    async test({ db, orderBook }, storeId, signal) {
      const access = await accessOf(db, storeId);
      if (access === null) {
        if (!isGiven(await readerOf(db)(storeId, 'payment_link'))) return false;
        throw new ShopApiError('rejected', 'The shop’s address is not known.');
      }
      const [[language], [currency]] = [await orderBook.listLanguages(db), await orderBook.listCurrencies(db)];
      await testShopApi(api, access, { language: language?.code ?? '', currency: currency?.code ?? '' }, signal);
      return true;
    },
    close: () => http.close(),
  };
}

function isGiven(values: SettingValues): boolean {
  return textOf(values, 'shop_api_username') !== '' && textOf(values, 'shop_api_key') !== '';
}

/** Null where nobody knows the shop's address. */
function accessIn(values: SettingValues, known: string): ShopApiAccess | null {
  const url = textOf(values, 'shop_api_url') || known;
  if (!URL.canParse(url)) return null;
  const folder = `${url.replace(/(\/index\.php)?(\?.*)?\/*$/, '')}/`;
  return { url: folder, username: textOf(values, 'shop_api_username'), key: textOf(values, 'shop_api_key') };
}

/** The default store's program answers for every store. */
async function shopUrl(db: Db): Promise<string> {
  return (await listAttachedStores(db))[0]?.url ?? '';
}

function textOf(values: SettingValues, key: string): string {
  const value = values[key];
  return typeof value === 'string' ? value.trim() : '';
}
