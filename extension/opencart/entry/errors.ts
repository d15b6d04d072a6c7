import { defineError } from '../../../system/errors';

export const totalsUnknown = defineError(
  'totals_unknown',
  409,
  'Orders cannot be entered here for this store: it adds totals that this program does not know ({names}).',
  'Enter the order in the shop’s own admin; its payment link is made from there as well.',
);

export const shopLacks = defineError(
  'shop_lacks',
  409,
  'Orders cannot be entered here: this shop lacks what a new order is computed from ({names}).',
  'Enter the order in the shop’s own admin; its payment link is made from there as well.',
);

export const orderNotEdited = defineError(
  'order_not_edited',
  409,
  'Order {order_id} was left as it is: {reason}.',
  'Change or delete it in the shop’s own admin; its payment link follows.',
);

export const entryNotAllowed = defineError(
  'entry_not_allowed',
  409,
  'The database user that this program runs as may not write orders. Nothing was written.',
  'Give it the privileges that docs/attached.md lists for entering orders, or enter the order in the shop’s own admin.',
);

export const entryBusy = defineError(
  'entry_busy',
  503,
  'Another order is being saved and does not end.',
  'Press Save again in a moment: this form makes one order, however often it is sent.',
);
