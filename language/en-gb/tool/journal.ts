/** What people changed that is about no order. */
export const toolJournal = {
  title: 'Journal',
  intro:
    'Who changed what, when and from where: products, customers, users, statuses, settings, and links without an order. What happened to an order stands on its own page.',
  column_when: 'When',
  column_who: 'Who',
  column_what: 'What',
  from: 'from {address}',
  empty: 'Nothing has been changed yet.',
  older: 'Older entries',
  newest: 'Newest entries',
} as const;
