import { grantStatements, readStatement } from '../../../install/attach/grants';
import { missingPrivileges, neededPrivileges, readAccount } from '../../../extension/opencart/attach/privileges';
import { documentedGrants, documentedRunner } from '../../support/documented_user';
import { PhpShop } from '../../support/php_shop';
import { onServer } from '../../support/require';

onServer('privileges of the database user that the program runs as', (server) => {
  let shop: PhpShop;
  beforeAll(async () => {
    shop = await PhpShop.open(server, '4.0.2');
    await shop.attach();
  });
  afterAll(() => shop.close());

  const told = async () =>
    (await shop.running().doctor('en-gb'))
      .filter(({ topic }) => topic === 'database')
      .map(({ level, text, remedy }) => `${level}: ${text} ${remedy ?? ''}`.trim());

  test('what the command prints is what the documentation lists', async () => {
    const { database } = await readAccount(shop.db);
    const { running, entering } = await neededPrivileges(shop.db);
    const account = { database, user: 'pl_run@localhost' };
    const printed = [readStatement(account), ...grantStatements([...running, ...entering], account)];
    const plain = printed.map((line) => line.replace(/[`\\]/g, '').replaceAll(`${database}.`, 'shop.'));
    expect(plain.sort()).toEqual(documentedGrants(await shop.ownTables()).sort());
  });

  test('with all of them the settings check is content', async () => {
    const runner = await documentedRunner(shop);
    await shop.startProgram({ DATABASE_URL: runner.url });
    expect(await told()).toEqual([
      'ok: The database is of this version.',
      'ok: The database user of the program may write what orders and payments need.',
    ]);
    await shop.stopProgram();
    await runner.drop();
  });

  test('a user who lacks some is told which, and the statements it names put it right', async () => {
    const runner = await documentedRunner(
      shop,
      /(UPDATE ON shop\.oc_product |ON shop\.oc_order_total |oc_customer_transaction)/,
    );
    await shop.startProgram({ DATABASE_URL: runner.url });
    const [, missing = '', entering = ''] = await told();
    expect(missing).toContain('problem: The database user pl_run_');
    expect(missing).toContain('orders and payments need: oc_product, oc_customer_transaction.');
    expect(missing).toContain('GRANT UPDATE ON `');
    expect(missing).toContain('GRANT INSERT, DELETE ON `');
    expect(entering).toContain('ok: Orders are entered in the shop’s own admin alone');
    expect(entering).toContain('may not write oc_order_total.');
    for (const statement of [missing, entering].join(' ').match(/GRANT [^;]+;/g) ?? []) {
      await shop.db.raw(statement.replace(/;$/, ''));
    }
    expect(await told()).toContain('ok: The database user of the program may write what orders and payments need.');
    const { links } = shop.running();
    const needed = await neededPrivileges(links.db);
    expect(await missingPrivileges(links.db, [...needed.running, ...needed.entering])).toEqual([]);
    await shop.stopProgram();
    await runner.drop();
  });
});
