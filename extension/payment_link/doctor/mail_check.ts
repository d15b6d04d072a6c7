import { AppError } from '../../../system/errors';
import { isMailAddress } from '../../../system/mail/header';
import type { Mailer } from '../../../system/mail/mailer';
import type { PaymentLinks } from '../context';
import type { Finding, Say } from './finding';
import type { Check } from './run_checks';
import { listNamedStores, type NamedStore } from './stores';

/** Whether every store's mail server lets us in; nothing is sent. */
export function mailCheck(context: PaymentLinks, mailerOf: (storeId: number) => Promise<Mailer>): Check {
  return {
    topic: 'mail',
    async run(say) {
      const stores = await listNamedStores(context);
      const findings = await Promise.all(stores.map((store) => look(context, mailerOf, store, say)));
      return findings.flat();
    },
  };
}

async function look(
  context: PaymentLinks,
  mailerOf: (storeId: number) => Promise<Mailer>,
  { storeId, name: store }: NamedStore,
  say: Say,
): Promise<Finding[]> {
  const { email } = await context.shops.identityOf(storeId);
  return [...sender(email, store, say), await server(mailerOf, storeId, store, say)];
}

/** Mails from an example's domain are refused or lost wherever senders are checked, and nobody reads the answers. */
const EXAMPLE = /@example\.(com|net|org)$/i;

function sender(email: string, store: string, say: Say): Finding[] {
  if (!isMailAddress(email)) return [say('problem', 'mail_no_sender', { store })];
  return EXAMPLE.test(email) ? [say('warning', 'mail_example_sender', { store, email })] : [];
}

async function server(
  mailerOf: (storeId: number) => Promise<Mailer>,
  storeId: number,
  store: string,
  say: Say,
): Promise<Finding> {
  try {
    const { ok, message, remedy, cause } = await (await mailerOf(storeId)).verify();
    if (ok) return say('ok', 'mail_works', { store, answer: message });
    const finding = say('problem', 'mail_refused', { store, reason: message }, remedy ?? undefined);
    return cause === undefined ? finding : { ...finding, cause };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return say('problem', 'mail_refused', { store, reason: thrown.message }, thrown.details.remedy);
  }
}
