import { deleteOrder } from '../order/delete_order';
import { editOrder } from '../order/edit_order';
import type { OrderContext } from '../order/order_context';
import { saveOrder } from '../order/save_order';
import type { OrderDesk } from './order_desk';

export function embeddedDesk(context: OrderContext): OrderDesk {
  return {
    refusal: async () => null,
    save: (draft, press) => saveOrder(context, draft, press),
    edit: (orderId, draft, press) => editOrder(context, orderId, draft, press),
    remove: (orderId, press) => deleteOrder(context, orderId, press),
  };
}
