import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PhpShop } from './php_shop';

/** The GRANT statements of the documentation for the user that the program runs as, each of its own tables by name. */
export function documentedGrants(ownTables: readonly string[]): string[] {
  const text = readFileSync(join(__dirname, '../../docs/attached.md'), 'utf8');
  const grants = text.split('\n').filter((line) => line.startsWith('GRANT ') && line.includes("'pl_run'"));
  return grants.flatMap((grant) =>
    grant.includes('oc_payment_link ')
      ? ownTables.map((table) => grant.replace('oc_payment_link ', `${table} `))
      : [grant],
  );
}

/** A user with no more than the GRANT statements of the documentation; `without`: those about these are left out. */
export async function documentedRunner(shop: PhpShop, without = / $/): Promise<{ url: string; drop(): Promise<void> }> {
  const database = new URL(shop.url).pathname.slice(1);
  const name = `pl_run_${randomBytes(3).toString('hex')}`;
  await shop.db.raw(`CREATE USER '${name}'@'%' IDENTIFIED BY 'secret'`);
  const grants = documentedGrants(await shop.ownTables()).filter((line) => !without.test(line));
  for (const grant of grants) {
    const statement = grant.replaceAll('shop.', `${database}.`);
    await shop.db.raw(statement.replace(/'pl_run'@'localhost'/, `'${name}'@'%'`).replace(/;$/, ''));
  }
  const url = Object.assign(new URL(shop.url), { username: name, password: 'secret' }).toString();
  return { url, drop: async () => void (await shop.db.raw(`DROP USER '${name}'@'%'`)) };
}
