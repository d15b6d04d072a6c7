import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Holds the made-up password of the first administrator until it was shown in a terminal. */
export function passwordFile(dataDir: string): string {
  return join(dataDir, 'admin-password');
}

/** Only this user can read it. */
export function keepPassword(dataDir: string, password: string): void {
  const file = passwordFile(dataDir);
  mkdirSync(dataDir, { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
}

export function removePasswordFile(dataDir: string): void {
  rmSync(passwordFile(dataDir), { force: true });
}
