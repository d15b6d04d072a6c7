import { embeddedOrderBook } from '../../extension/opencart/order_book';
import { saveOrder } from '../../extension/opencart/order/save_order';
import { orderRoom, press, setStock, stockOf, valueStockOf } from '../support/order_room';
import { address, draftOf, line } from '../support/pricing_shop';
import { orderBookContract } from './order_book';

orderBookContract('the embedded shop', async () => {
  const { db, context, destroy } = await orderRoom();
  const name = { lastName: 'Zoë & Co <b>' };
  return {
    db,
    book: embeddedOrderBook(context),
    reserving: [1, 5],
    free: [7, 16],
    productId: 30,
    productStock: () => stockOf(db, 30),
    optionStock: () => valueStockOf(db, 15),
    setProductStock: (quantity) => setStock(db, 30, { quantity }),
    async enterOrder(statusId) {
      const lines = [line(30, 2, [{ productOptionId: 226, productOptionValueId: 15, value: '' }])];
      const draft = { ...name, statusId, currencyCode: 'USD', paymentAddress: { ...address(), ...name } };
      return (await saveOrder(context, draftOf(lines, draft), press())).orderId;
    },
    destroy,
  };
});
