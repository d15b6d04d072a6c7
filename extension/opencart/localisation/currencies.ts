import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { decimal, decimal8 } from '../../../system/decimal';
import type { Currency } from '../../payment_link/order_book';
import { plainText } from '../escaping';
import { readSettings } from '../setting/settings';

interface CurrencyRow {
  currency_id: number;
  title: string | null;
  code: string | null;
  symbol_left: string | null;
  symbol_right: string | null;
  decimal_place: number | null;
  /** DOUBLE(15,8) on MySQL, text on SQLite: eight places survive both. */
  value: string | number | null;
  status: number | null;
}

/** Those switched on, by title. */
export async function listCurrencies(db: Db): Promise<Currency[]> {
  const rows = await db<CurrencyRow>(t(db, 'currency')).select('*').where('status', 1).orderBy('title');
  return rows.map(currencyOf);
}

/** Also one that is switched off: orders in it remain. Null when the shop does not know it. */
export async function findCurrency(db: Db, code: string): Promise<Currency | null> {
  const row = await db<CurrencyRow>(t(db, 'currency')).where('code', code).first();
  return row ? currencyOf(row) : null;
}

/** The one that prices are stored in: its rate is 1. Where none has that, the one the shop is set to. */
export async function baseCurrencyCode(db: Db): Promise<string> {
  const set = (await readSettings(db, 0)).text('config_currency');
  const atOne = (await listCurrencies(db)).filter((currency) => decimal(currency.value).eq(1));
  return atOne.some((currency) => currency.code === set) ? set : (atOne[0]?.code ?? set);
}

function currencyOf(row: CurrencyRow): Currency {
  return {
    currencyId: row.currency_id,
    code: row.code ?? '',
    title: plainText(row.title),
    symbolLeft: plainText(row.symbol_left),
    symbolRight: plainText(row.symbol_right),
    decimalPlaces: Number(row.decimal_place ?? 2),
    value: decimal8(decimal(row.value)),
  };
}
