export const orderStatus = {
  title: 'Order Statuses',
  title_add: 'Add Order Status',
  title_edit: 'Edit Order Status',
  column_name: 'Order Status Name',
  entry_name: 'Order Status Name ({language})',
  default_mark: '(Default)',
  elsewhere:
    'These are the statuses of your shop. They are added and renamed in the shop’s own admin: System → Localisation → Order Statuses.',
  empty: 'There are no order statuses yet.',
  error_name: 'Order Status Name must be between 3 and 32 characters.',
  saved: 'You have modified order statuses.',
  deleted: 'Deleted: {names}.',
} as const;
