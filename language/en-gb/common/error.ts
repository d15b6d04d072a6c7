export const error = {
  title_404: 'Page not found',
  title_403: 'Permission denied',
  title_500: 'Something went wrong',
  unexpected:
    'Please try again. If you were saving something, look first whether it is there. If it happens again, tell your administrator the reference.',
  title_other: 'That did not work',
  reference: 'Reference: {reference}',
  in_group: 'somebody in the group {group}',
  administrator: 'an administrator of the shop',
  permissions: 'System → Permissions',
  back: 'To the dashboard',
} as const;
