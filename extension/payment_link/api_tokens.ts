import { createHash, randomBytes } from 'node:crypto';
import { MINUTE_MS } from '../../system/clock';
import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';

/** Table `payment_link_token`: who may use the API. Of a token only its hash is kept; it has 256 random bits. */
interface TokenRow {
  token_id: number;
  name: string;
  token_hash: string;
  read_only: number;
  created_by: string;
  created_at: number;
  used_at: number | null;
  revoked_at: number | null;
}

export interface ApiToken {
  readonly tokenId: number;
  readonly name: string;
  readonly readOnly: boolean;
  readonly createdBy: string;
  /** UTC epoch ms. */
  readonly createdAt: number;
  /** To the minute. */
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}

/** As wide as its column. */
export const TOKEN_NAME_MAX = 64;

const tokens = (db: Db) => db<TokenRow>(t(db, 'payment_link_token'));

/** Answers the token itself, which nobody can read again, and its number. */
export async function makeToken(
  db: Db,
  wish: { readonly name: string; readonly readOnly: boolean; readonly createdBy: string; readonly now: number },
): Promise<{ readonly tokenId: number; readonly token: string }> {
  const token = `pl_${randomBytes(32).toString('base64url')}`;
  const [id] = await tokens(db).insert({
    name: wish.name.slice(0, TOKEN_NAME_MAX),
    token_hash: hashOf(token),
    read_only: wish.readOnly ? 1 : 0,
    created_by: wish.createdBy.slice(0, 64),
    created_at: wish.now,
  });
  return { tokenId: Number(id), token };
}

/** Null for a token that does not exist or was revoked. */
export async function findToken(db: Db, token: string): Promise<ApiToken | null> {
  const row = await tokens(db)
    .where({ token_hash: hashOf(token) })
    .whereNull('revoked_at')
    .first();
  return row ? read(row) : null;
}

/** Remembers when it was last used; not more often than once a minute. */
export async function noteUse(db: Db, token: ApiToken, now: number): Promise<void> {
  if (token.usedAt !== null && now - token.usedAt < MINUTE_MS) return;
  await tokens(db).where({ token_id: token.tokenId }).update({ used_at: now });
}

/** Oldest first, revoked ones included. */
export async function listTokens(db: Db): Promise<ApiToken[]> {
  return (await tokens(db).orderBy('token_id')).map(read);
}

/** False when there is no such token, or it was revoked before. */
export async function revokeToken(db: Db, tokenId: number, now: number): Promise<boolean> {
  return (await tokens(db).where({ token_id: tokenId }).whereNull('revoked_at').update({ revoked_at: now })) > 0;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function read(row: TokenRow): ApiToken {
  return {
    tokenId: row.token_id,
    name: row.name,
    readOnly: row.read_only === 1,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    usedAt: row.used_at === null ? null : Number(row.used_at),
    revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
  };
}
