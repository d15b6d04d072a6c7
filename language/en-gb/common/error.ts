export const error = {
  title_404: 'Page not found',
  title_403: 'Permission denied',
  title_500: 'Something went wrong',
  title_other: 'That did not work',
  reference: 'Reference for your administrator: {reference}',
  in_group: 'somebody in the group {group}',
  administrator: 'an administrator of the shop',
  permissions: 'System → Permissions',
  back: 'Back',
} as const;
