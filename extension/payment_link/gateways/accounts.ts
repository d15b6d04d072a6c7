import { createHash } from 'node:crypto';
import { isDuplicate } from '../../../system/db/duplicate';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { GatewayAccount } from '../gateway';

/**
 * Table `payment_link_account`: the keys links were made with, so that a link outlives a change of key or of
 * environment. Found by fingerprint, stored encrypted.
 */
interface AccountRow {
  account_id: number;
  gateway: string;
  fingerprint: string;
  environment: 'test' | 'live';
  secret: string;
  created_at: number;
}

export interface Secrets {
  encrypt(plain: string): string;
  /** @throws when it was encrypted with another APP_KEY */
  decrypt(stored: string): string;
}

/** Rows never change and never go, so that nobody need read one again. */
const recalled = new WeakMap<Secrets, Map<string, GatewayAccount>>();

/** Names a key without telling it. */
export function fingerprintOf(account: GatewayAccount): string {
  return createHash('sha256').update(`${account.environment}:${account.apiKey.trim()}`).digest('hex').slice(0, 32);
}

export async function rememberAccount(
  db: Db,
  secrets: Secrets,
  gateway: string,
  account: GatewayAccount,
  now: number,
): Promise<string> {
  const fingerprint = fingerprintOf(account);
  if (recalled.get(secrets)?.has(`${gateway} ${fingerprint}`)) return fingerprint;
  const known = await accounts(db).where({ gateway, fingerprint }).first('account_id');
  if (known) return fingerprint;
  await accounts(db)
    .insert({
      gateway,
      fingerprint,
      environment: account.environment,
      secret: secrets.encrypt(account.apiKey),
      created_at: now,
    })
    .catch((failed: unknown) => {
      if (!isDuplicate(failed)) throw failed;
    });
  return fingerprint;
}

/** The fingerprints of all keys that links of a gateway were made with. */
export async function listFingerprints(db: Db, gateway: string): Promise<string[]> {
  const rows = await accounts(db).where({ gateway }).orderBy('account_id', 'desc').select('fingerprint');
  return rows.map(({ fingerprint }) => fingerprint);
}

export async function recallAccount(
  db: Db,
  secrets: Secrets,
  gateway: string,
  fingerprint: string,
): Promise<GatewayAccount | null> {
  const known = recalled.get(secrets) ?? new Map<string, GatewayAccount>();
  recalled.set(secrets, known);
  const name = `${gateway} ${fingerprint}`;
  const account = known.get(name) ?? (await readAccount(db, secrets, gateway, fingerprint));
  if (account) known.set(name, account);
  return account;
}

async function readAccount(
  db: Db,
  secrets: Secrets,
  gateway: string,
  fingerprint: string,
): Promise<GatewayAccount | null> {
  const row = await accounts(db).where({ gateway, fingerprint }).first();
  return row ? { environment: row.environment, apiKey: secrets.decrypt(row.secret) } : null;
}

const accounts = (db: Db) => db<AccountRow>(t(db, 'payment_link_account'));
