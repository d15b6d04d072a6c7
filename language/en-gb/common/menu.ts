export const menu = {
  groups: {
    catalog: 'Catalog',
    sales: 'Sales',
    customers: 'Customers',
    system: 'System',
    localisation: 'Localisation',
    extensions: 'Extensions',
  },
  entries: {
    'catalog/product': 'Products',
    'sale/order': 'Orders',
    'sale/payment_link': 'Payment links',
    'customer/customer': 'Customers',
    'setting/store': 'Settings',
    'user/user': 'Users',
    'user/user_permission': 'User Groups',
    'localisation/order_status': 'Order Statuses',
    'extension/payment': 'Payments',
    'extension/payment_link': 'Payment link settings',
    'tool/settings_check': 'Settings check',
    'tool/job': 'Jobs',
  },
} as const;
