import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { OpencartVersion } from './opencart_notation';

/** Databases of real shops, kept beside the project where they are at hand. */
const FOLDER = join(__dirname, '../../../shared/opencart');
const FILES: readonly (readonly [OpencartVersion, string])[] = [
  ['3.0.4', 'oc3.0.4.1.sql.gz'],
  ['4.1.0.3', 'oc4.1.0.3.sql.gz'],
];

export interface Dump {
  readonly version: OpencartVersion;
  readonly file: string;
}

/** Empty where they are not at hand. */
export function opencartDumps(): Dump[] {
  return FILES.map(([version, file]) => ({ version, file: join(FOLDER, file) })).filter(({ file }) => existsSync(file));
}

/** Into an empty database, whose address is given. */
export async function loadDump(url: string, { file }: Dump): Promise<void> {
  const sql = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => !/^(USE |CREATE DATABASE |\/\*M!)/.test(line))
    .join('\n');
  const connection = await createConnection({ uri: url, multipleStatements: true, charset: 'utf8mb4' });
  await connection.query(sql);
  await connection.end();
}
