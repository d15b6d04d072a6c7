import type { FieldView } from '../../view/partial/field';
import type { FieldCard } from '../../view/partial/plain_form';
import type { StoreParts } from './store_fields';

/** Alerts that this program sends; others that a shop has ticked are kept. */
export const ALERTS = ['order'] as const;

export function mailCards(parts: StoreParts, passwordStored: boolean): FieldCard[] {
  const { field, values, text } = parts;
  const note = noteOf(parts);
  return [
    {
      heading: text.heading_alerts,
      fields: [
        field.checks({
          id: 'mail_alert',
          label: text.entry_mail_alert,
          chosen: values['mail_alert'] as readonly string[],
          options: ALERTS.map((alert) => ({ value: alert, text: text[`alert_${alert}`] })),
          help: text.help_mail_alert,
        }),
        field.input({
          kind: 'textarea',
          id: 'mail_alert_email',
          label: text.entry_mail_alert_email,
          value: String(values['mail_alert_email']),
          lengthMax: 1000,
          rows: 2,
          help: text.help_mail_alert_email,
        }),
      ],
    },
    { heading: text.heading_smtp, ...(note === null ? {} : { note }), fields: smtpFields(parts, passwordStored) },
  ];
}

function smtpFields({ field, values, text }: StoreParts, passwordStored: boolean): FieldView[] {
  const shown = (key: string): string => String(values[key] ?? '');
  const number = { inputmode: 'numeric', required: true };
  return [
    field.input({
      id: 'mail_smtp_hostname',
      label: text.entry_smtp_hostname,
      value: shown('mail_smtp_hostname'),
      lengthMax: 255,
      help: text.help_smtp_hostname,
    }),
    field.input({ id: 'mail_smtp_port', label: text.entry_smtp_port, value: shown('mail_smtp_port'), ...number }),
    field.input({
      id: 'mail_smtp_username',
      label: text.entry_smtp_username,
      value: shown('mail_smtp_username'),
      lengthMax: 255,
      autocomplete: 'off',
    }),
    field.input({
      kind: 'password',
      id: 'mail_smtp_password',
      label: text.entry_smtp_password,
      value: shown('mail_smtp_password'),
      lengthMax: 255,
      autocomplete: 'new-password',
      help: text.help_smtp_password,
      ...(passwordStored ? { placeholder: text.password_kept } : {}),
    }),
    field.input({
      id: 'mail_smtp_timeout',
      label: text.entry_smtp_timeout,
      value: shown('mail_smtp_timeout'),
      ...number,
      help: text.help_smtp_timeout,
    }),
  ];
}

/** When what is entered here is not what mails are sent with, the page says so. */
function noteOf({ app, text }: StoreParts): string | null {
  if (app.config.smtpUrl !== null) return text.smtp_overruled;
  return app.config.demo ? text.smtp_mailbox : null;
}
