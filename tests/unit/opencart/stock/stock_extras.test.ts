import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addHistory } from '../../../../extension/opencart/order/add_history';
import { editOrder } from '../../../../extension/opencart/order/edit_order';
import { saveOrder } from '../../../../extension/opencart/order/save_order';
import { transaction } from '../../../../system/db/transaction';
import { orderRoom, press, setStock, stockOf, type OrderRoom } from '../../../support/order_room';
import { withoutRecordings } from '../../../support/require';
import { draftOf, line } from '../../../support/pricing_shop';

/** What a PHP shop's stock did over an order's life; kept beside the project where it is at hand. */
const FILE = join(__dirname, '../../../../../shared/golden/oc3/extras.json');
const recorded = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, { stockDelta: number }>)
  : null;

if (recorded === null) {
  withoutRecordings('the stock over the life of an order in the PHP shop');
} else {
  describe('the stock over the life of an order moves as in the PHP shop', () => {
    let room: OrderRoom;
    beforeEach(async () => {
      room = await orderRoom();
    });
    afterEach(() => room.destroy());

    const delta = (step: string): number => recorded[step]?.stockDelta ?? Number.NaN;
    const enter = (orderId: number, statusId: number) =>
      transaction(room.db, (tx) => addHistory(tx, room.context, { orderId, statusId, comment: '', notify: false }));
    const moved = async (act: () => Promise<unknown>): Promise<number> => {
      const before = await stockOf(room.db, 40);
      await act();
      return (await stockOf(room.db, 40)) - before;
    };

    test('entered, cancelled, asked for again', async () => {
      let orderId = 0;
      const save = async () => ({ orderId } = await saveOrder(room.context, draftOf([line(40, 2)]), press()));
      expect(await moved(save)).toBe(delta('reserve: add with Payment Request in processing'));
      expect(await moved(() => enter(orderId, 7))).toBe(delta('then history -> Canceled(7)'));
      expect(await moved(() => enter(orderId, 1))).toBe(delta('then history -> Payment Request(17) again'));
    });

    test('from one reserving status to the next', async () => {
      const act = async () => {
        const { orderId } = await saveOrder(room.context, draftOf([line(40, 2)], { statusId: 2 }), press());
        await enter(orderId, 1);
      };
      expect(await moved(act)).toBe(delta('Pending(1) order, then history -> Payment Request(17) notify'));
    });

    test('edited from two pieces to five', async () => {
      const act = async () => {
        const { orderId } = await saveOrder(room.context, draftOf([line(40, 2)]), press());
        await editOrder(room.context, orderId, draftOf([line(40, 5)]), press());
      };
      expect(await moved(act)).toBe(delta('edit order (qty 2->5) kept in Payment Request'));
    });

    test('refused for want of stock', async () => {
      await setStock(room.db, 40, { quantity: 5 });
      const refused = async () => {
        const save = saveOrder(room.context, draftOf([line(40, 30)]), press());
        await expect(save).rejects.toMatchObject({ code: 'stock_short' });
      };
      expect(await moved(refused)).toBe(delta('quantity above stock (30x product 30, stock ~5)'));
    });
  });
}
