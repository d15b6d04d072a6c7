import { detectShop } from '../../../../extension/opencart/attach/detect';
import { listColumnFacts, listTableFacts } from '../../../../extension/opencart/attach/information_schema';
import { connect } from '../../../../system/db/connect';
import type { Db } from '../../../../system/db/table';
import { freshSchema } from '../../../support/attached_shop';
import { loadDump, opencartDumps } from '../../../support/opencart_dump';
import { tablesOf, type OpencartVersion } from '../../../support/opencart_notation';
import { createOpencartTables } from '../../../support/opencart_schemas';
import { onServer, withoutRecordings } from '../../../support/require';

async function onFresh<T>(
  server: string,
  fill: (db: Db, url: string) => Promise<unknown>,
  look: (db: Db) => Promise<T>,
) {
  const { url, drop } = await freshSchema(server);
  const db = connect({ url, tablePrefix: 'oc_', sessionStatements: () => ["SET SESSION sql_mode = ''"] });
  try {
    await fill(db, url);
    return await look(db);
  } finally {
    await db.destroy();
    await drop();
  }
}

/** Columns in their order, with type, nullability, default and character set; tables with engine and collation. */
async function shapeOf(db: Db, names: readonly string[]) {
  const columns = (await listColumnFacts(db)).filter(({ table }) => names.includes(table));
  const tables = (await listTableFacts(db)).filter(({ table }) => names.includes(table));
  return {
    tables: tables.map((fact) => `${fact.table} ${fact.engine} ${fact.collation}`).sort(),
    columns: columns
      .map(
        (fact) =>
          `${fact.table}.${fact.column} ${fact.columnType} ${fact.nullable} ${fact.defaultValue} ${fact.charset}`,
      )
      .sort(),
  };
}

const built = (version: OpencartVersion) => (db: Db) => createOpencartTables(db, version);

onServer('the shops that tests build', (server) => {
  const dumps = opencartDumps();
  if (dumps.length === 0) withoutRecordings('the shops that tests build are real ones, column by column');
  for (const dump of dumps) {
    test(`${dump.version} is a real one, column by column`, async () => {
      const names = tablesOf(dump.version).map((table) => table.name);
      const real = await onFresh(
        server,
        (_db, url) => loadDump(url, dump),
        (db) => shapeOf(db, names),
      );
      const ours = await onFresh(server, built(dump.version), (db) => shapeOf(db, names));
      expect(real.columns.length).toBeGreaterThan(400);
      expect(ours).toEqual(real);
    });
  }

  test.each([
    ['3.0.4', '3.0', '3.0.0 – 3.0.4'],
    ['3.0.5', '3.0.5', '3.0.5'],
    ['4.0.2', '4.0.2', '4.0.2.2'],
    ['4.1.0.3', '4.1', '4.1.0.1 – 4.1.0.3'],
    ['4.1.0.4', '4.1', '4.1.0.4'],
  ] as const)('%s is told by its columns', async (version, group, release) => {
    const found = await onFresh(server, built(version), detectShop);
    expect(found).toMatchObject({ group, release, missing: [], reasons: [] });
  });
});
