import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PhpShop } from './php_shop';

/** A user with no more than the GRANT statements of the documentation; `without`: those about these are left out. */
export async function documentedRunner(shop: PhpShop, without = / $/): Promise<{ url: string; drop(): Promise<void> }> {
  const text = readFileSync(join(__dirname, '../../docs/attached.md'), 'utf8');
  const grants = text.split('\n').filter((line) => line.startsWith('GRANT ') && line.includes("'pl_run'"));
  const database = new URL(shop.url).pathname.slice(1);
  const name = `pl_run_${randomBytes(3).toString('hex')}`;
  await shop.db.raw(`CREATE USER '${name}'@'%' IDENTIFIED BY 'secret'`);
  const own = await shop.ownTables();
  for (const grant of grants.filter((line) => !without.test(line))) {
    for (const table of grant.includes('oc_payment_link ') ? own : ['']) {
      const statement = grant.replace('oc_payment_link ', `${table} `).replaceAll('shop.', `${database}.`);
      await shop.db.raw(statement.replace(/'pl_run'@'localhost'/, `'${name}'@'%'`).replace(/;$/, ''));
    }
  }
  const url = Object.assign(new URL(shop.url), { username: name, password: 'secret' }).toString();
  return { url, drop: async () => void (await shop.db.raw(`DROP USER '${name}'@'%'`)) };
}
