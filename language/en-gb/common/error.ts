export const error = {
  title_404: 'Page not found',
  title_403: 'Permission denied',
  title_500: 'Something went wrong',
  title_other: 'That did not work',
  reference: 'Reference for your administrator: {reference}',
  back: 'Back',
} as const;
