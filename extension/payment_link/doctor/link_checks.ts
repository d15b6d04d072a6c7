import type { Mailer } from '../../../system/mail/mailer';
import type { PaymentLinks } from '../context';
import { accountCheck } from './account_check';
import { addressCheck } from './address_check';
import { clockCheck } from './clock_check';
import type { CheckTexts } from './finding';
import { lifetimeCheck } from './lifetime_check';
import { mailCheck } from './mail_check';
import { queueCheck } from './queue_check';
import type { Check } from './run_checks';
import { statusCheck, type StatusSources } from './status_check';

export interface LinkCheckSources extends StatusSources {
  readonly links: PaymentLinks;
  readonly demo: boolean;
  /** BCP 47. */
  readonly locale: string;
  mailerOf(storeId: number): Promise<Mailer>;
}

/** Everything that payment links depend on, whichever shop. */
export function linkChecks(sources: LinkCheckSources, texts: CheckTexts): Check[] {
  const { links, demo, locale } = sources;
  return [
    accountCheck(links, texts),
    clockCheck(links),
    addressCheck(links, demo),
    statusCheck(links, sources),
    lifetimeCheck(links, locale),
    mailCheck(links, (storeId) => sources.mailerOf(storeId)),
    queueCheck(links),
  ];
}
