/** Buttons of a test console under one heading. */
export interface ActionGroup<Action extends string> {
  readonly title: string;
  readonly choices: readonly { readonly action: Action; readonly label: string }[];
}

/** What a console tells of a notification, whichever provider sent it. */
export interface ToldNotification {
  readonly status: string;
  readonly trick: string | null;
  readonly deliveries: readonly { readonly status: number | null; readonly answer: string }[];
  readonly accepted: boolean;
}

/** Newest first. */
export function notificationTable(told: readonly ToldNotification[]) {
  return {
    title: 'Notifications',
    columns: ['About', 'Kind', 'Tries', 'Last answer'],
    rows: told.map(notificationRow).reverse(),
  };
}

function notificationRow({ status, trick, deliveries, accepted }: ToldNotification): string[] {
  const last = deliveries.at(-1);
  const answer = last ? `${last.status ?? 'none'} ${last.answer}` : 'under way';
  return [status, trick ?? 'usual', String(deliveries.length), accepted ? `accepted: ${answer}` : answer];
}
