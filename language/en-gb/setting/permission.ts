export const permission = {
  title: 'Permissions',
  intro:
    'What the user groups of your shop may do here. Unless you choose otherwise it follows the groups in the shop’s own admin: access to Orders sees, modify of Orders makes, resends and cancels, modify of Settings refunds and sets up.',
  level_shop: '{level} (as the shop’s own admin says)',
  level_none: 'Nothing',
  level_see: 'See orders and payment links',
  level_make: 'See; enter orders; make, resend and cancel links',
  level_setup: 'Everything: refund and set up too',
  saved: 'The permissions were saved.',
  error_own_group: 'You are in this group yourself: it has to keep everything, or you could not come back here.',
} as const;
