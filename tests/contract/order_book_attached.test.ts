import { t } from '../../system/db/table';
import { setStock, stockOf, valueStockOf } from '../support/order_room';
import { attachedShop, enterAttachedOrder, type AttachedTestShop } from '../support/attached_shop';
import { opencartDumps, type Dump } from '../support/opencart_dump';
import type { OpencartVersion } from '../support/opencart_notation';
import { onServer, withoutRecordings } from '../support/require';
import { orderBookContract } from './order_book';

const VERSIONS: readonly OpencartVersion[] = ['3.0.4', '3.0.5', '4.0.2', '4.1.0.3', '4.1.0.4'];

function contractOf(name: string, server: string, from: OpencartVersion | Dump): void {
  let shop: AttachedTestShop;
  beforeAll(async () => {
    shop = await attachedShop(server, from);
  }, 120_000);
  afterAll(() => shop.destroy());

  orderBookContract(
    name,
    async () => {
      const { db } = shop;
      await setStock(db, 30, { quantity: 1000, subtract: 1 });
      await db(t(db, 'product_option_value'))
        .where('product_option_value_id', 15)
        .update({ quantity: 100, subtract: 1 });
      return {
        db,
        book: shop.book,
        reserving: [1, 5],
        free: [7, 16],
        productId: 30,
        productStock: () => stockOf(db, 30),
        optionStock: () => valueStockOf(db, 15),
        setProductStock: (quantity) => setStock(db, 30, { quantity }),
        enterOrder: (statusId) => enterAttachedOrder(shop, statusId),
        destroy: async () => undefined,
      };
    },
    {
      rollsBack: !name.includes(' 3.'),
      paymentCode: name.includes(' 3.') ? 'multisafepay/ideal' : 'multisafepay.ideal',
    },
  );
}

onServer('attached shops', (server) => {
  for (const version of VERSIONS) describe(version, () => contractOf(`OpenCart ${version}`, server, version));
  const dumps = opencartDumps();
  for (const dump of dumps) {
    describe(`a real ${dump.version}`, () => contractOf(`a real OpenCart ${dump.version}`, server, dump));
  }
  if (dumps.length === 0) withoutRecordings('the contract on databases of real shops');
});
