import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addToShop } from '../../../install/attach/add';
import { connectPlainly, lookAtShop } from '../../../install/attach/look';
import { systemClock } from '../../../system/clock';
import type { OpencartVersion } from '../../support/opencart_notation';
import { phpEnters } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { until } from '../../support/program';
import { onServer } from '../../support/require';

const VERSIONS: readonly OpencartVersion[] = ['3.0.4', '4.1.0.4'];

/** The GRANT statements of the documentation for one of its two users. */
function documented(user: 'pl_attach' | 'pl_run'): string[] {
  const text = readFileSync(join(__dirname, '../../../docs/attached.md'), 'utf8');
  return text.split('\n').filter((line) => line.startsWith('GRANT ') && line.includes(`'${user}'`));
}

onServer('with no more than the documented privileges', (server) => {
  test.each(VERSIONS)(
    '%s is attached by one user and served by another, up to a paid order',
    async (version) => {
      const shop = await PhpShop.open(server, version);
      const database = new URL(shop.url).pathname.slice(1);
      const suffix = randomBytes(3).toString('hex');
      const addresses: Record<string, string> = {};
      const grant = async (user: 'pl_attach' | 'pl_run', own: readonly string[]): Promise<void> => {
        const name = `${user}_${suffix}`;
        await shop.db.raw(`CREATE USER '${name}'@'%' IDENTIFIED BY 'secret'`);
        for (const line of documented(user)) {
          const tables = line.includes('oc_payment_link ') ? own : [''];
          for (const table of tables) {
            const statement = line.replace('oc_payment_link ', `${table} `).replaceAll('shop.', `${database}.`);
            await shop.db.raw(statement.replace(/'pl_\w+'@'localhost'/, `'${name}'@'%'`).replace(/;$/, ''));
          }
        }
        addresses[user] = Object.assign(new URL(shop.url), { username: name, password: 'secret' }).toString();
      };
      await grant('pl_attach', []);
      const config = shop.config({ DATABASE_URL: addresses['pl_attach'] ?? '' });
      const attaching = connectPlainly(config);
      await lookAtShop(attaching);
      await addToShop(attaching, systemClock, config, { appKey: config.appKey ?? '', publicUrlKnown: true });
      await attaching.destroy();
      await grant('pl_run', await shop.ownTables());
      await shop.startProgram({ DATABASE_URL: addresses['pl_run'] ?? '' });
      await shop.switchLinksOn();
      const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS });
      await shop.untilMails(1);
      shop.sandbox.control.act(`${orderId}-1`, 'complete', { method: 'IDEAL' });
      await until(
        async () => (await shop.history(orderId)).at(-1)?.order_status_id,
        (statusId) => statusId === 2,
      );
      await expect(
        shop.running().links.db('oc_setting').insert({ store_id: 0, code: 'x', key: 'x', value: '', serialized: 0 }),
      ).rejects.toThrow('denied');
      for (const user of ['pl_attach', 'pl_run']) await shop.db.raw(`DROP USER '${user}_${suffix}'@'%'`);
      await shop.close();
    },
    60_000,
  );
});
