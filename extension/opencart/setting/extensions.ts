import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';

/** Table `extension`: what is installed. Its column `extension` names the package something came in. */
interface ExtensionRow {
  extension_id: number;
  extension: string;
  type: string;
  code: string;
}

const PACKAGE = 'opencart';

/** Codes of what is installed of a type: `payment`, `shipping`, `total`. */
export async function listInstalled(db: Db, type: string): Promise<string[]> {
  const rows = await db<ExtensionRow>(t(db, 'extension')).where({ type }).distinct('code').orderBy('code');
  return rows.map((row) => row.code);
}

export async function isInstalled(db: Db, type: string, code: string): Promise<boolean> {
  return (await db<ExtensionRow>(t(db, 'extension')).where({ type, code }).first('extension_id')) !== undefined;
}

export async function insertExtension(tx: Tx, type: string, code: string): Promise<void> {
  await tx<ExtensionRow>(t(tx, 'extension')).insert({ extension: PACKAGE, type, code });
}

export async function deleteExtension(tx: Tx, type: string, code: string): Promise<void> {
  await tx<ExtensionRow>(t(tx, 'extension')).where({ type, code }).delete();
}
