import type { Admin } from '../../admin';
import type { FieldView } from '../../view/partial/field';
import type { FieldCard } from '../../view/partial/plain_form';
import type { StoreParts, StoreTexts } from './store_fields';

/** Alerts that this program sends; others that a shop has ticked are kept. */
export const ALERTS = ['order'] as const;

export function mailCards(app: Admin, parts: StoreParts, passwordStored: boolean): FieldCard[] {
  const { maker, values, text } = parts;
  const note = noteOf(app, text);
  return [
    {
      heading: text.heading_alerts,
      fields: [
        maker.checks(
          'mail_alert',
          text.entry_mail_alert,
          values['mail_alert'] as readonly string[],
          ALERTS.map((alert) => ({ value: alert, text: text[`alert_${alert}`] })),
          { help: text.help_mail_alert },
        ),
        maker.input('textarea', 'mail_alert_email', text.entry_mail_alert_email, String(values['mail_alert_email']), {
          ...{ lengthMax: 1000, rows: 2, help: text.help_mail_alert_email },
        }),
      ],
    },
    { heading: text.heading_smtp, ...(note === null ? {} : { note }), fields: smtpFields(parts, passwordStored) },
  ];
}

function smtpFields({ maker, values, text }: StoreParts, passwordStored: boolean): FieldView[] {
  const shown = (key: string): string => String(values[key] ?? '');
  const number = { inputmode: 'numeric', required: true };
  return [
    maker.input('text', 'mail_smtp_hostname', text.entry_smtp_hostname, shown('mail_smtp_hostname'), {
      ...{ lengthMax: 255, help: text.help_smtp_hostname },
    }),
    maker.input('text', 'mail_smtp_port', text.entry_smtp_port, shown('mail_smtp_port'), number),
    maker.input('text', 'mail_smtp_username', text.entry_smtp_username, shown('mail_smtp_username'), {
      ...{ lengthMax: 255, autocomplete: 'off' },
    }),
    maker.input('password', 'mail_smtp_password', text.entry_smtp_password, shown('mail_smtp_password'), {
      ...{ lengthMax: 255, autocomplete: 'new-password', help: text.help_smtp_password },
      ...(passwordStored ? { placeholder: text.password_kept } : {}),
    }),
    maker.input('text', 'mail_smtp_timeout', text.entry_smtp_timeout, shown('mail_smtp_timeout'), {
      ...{ ...number, help: text.help_smtp_timeout },
    }),
  ];
}

/** When what is entered here is not what mails are sent with, the page says so. */
function noteOf(app: Admin, text: StoreTexts): string | null {
  if (app.config.smtpUrl !== null) return text.smtp_overruled;
  return app.config.demo ? text.smtp_mailbox : null;
}
