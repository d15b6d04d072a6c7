import { forgetKept } from '../system/db/kept';
import { readSettings } from '../extension/opencart/setting/settings';
import type { PaymentLinks } from '../extension/payment_link/context';
import { LEVELS, type CheckTexts, type Finding } from '../extension/payment_link/doctor/finding';
import { linkChecks } from '../extension/payment_link/doctor/link_checks';
import { runChecks } from '../extension/payment_link/doctor/run_checks';
import { localeOf } from '../extension/payment_link/texts';
import { textsIn } from '../language';
import { inLanguage } from '../language/sentences';
import type { Config } from '../system/config';
import { accessCheck, databaseCheck, privilegeCheck, shopApiCheck, shopCheck } from './doctor_checks';
import { ordersCheck } from './orders_check';
import type { Mailing } from './mail_room';
import { PAYMENT_EXTENSIONS } from './parts';
import { paymentRequestStatusIdsOf } from './payment_choices';
import type { AttachedRoom } from './shop';
import type { ShopApiRoom } from './shop_api';

export interface DoctorParts {
  readonly config: Config;
  readonly links: PaymentLinks;
  readonly mailing: Pick<Mailing, 'mailerOf'>;
  readonly attached: AttachedRoom | null;
  readonly shopApi: ShopApiRoom | null;
}

/** Looks at everything, for the page and for `payment-links doctor`. `language`: of the reader, `en-gb`. */
export async function runDoctor(parts: DoctorParts, language: string): Promise<Finding[]> {
  // A check looks at what is, not at what was kept of it.
  forgetKept(parts.links.db);
  const { config, links, mailing, attached, shopApi } = parts;
  const { db, orderBook } = links;
  const texts = textsIn(language)['tool/settings_check'];
  const sources = {
    links,
    extensions: PAYMENT_EXTENSIONS,
    demo: config.demo,
    language,
    locale: localeOf(language),
    mailerOf: (storeId: number) => mailing.mailerOf(storeId),
    defaultStatusId: async (storeId: number) => (await readSettings(db, storeId)).number('config_order_status_id', 0),
  };
  const requestStatusIds = async (): Promise<number[]> => {
    const stores = await orderBook.listStores(db);
    return (await Promise.all(stores.map(({ storeId }) => paymentRequestStatusIdsOf(links, storeId)))).flat();
  };
  const checks = [
    shopCheck({ demo: config.demo, attached, requestStatusIds }),
    ...(shopApi ? [shopApiCheck(links, shopApi), ordersCheck(links)] : []),
    ...linkChecks(sources, texts),
    databaseCheck(db, config.shop),
    attached === null ? accessCheck(db, config) : privilegeCheck(db),
  ];
  return runChecks(checks, attached === null ? texts : { ...texts, under: texts.under_shop }, {
    said: (sentence) => inLanguage(language, sentence),
  });
}

/** The findings as a terminal shows them, what needs somebody first. */
export function findingLines(findings: readonly Finding[], language: string): string[] {
  const texts: CheckTexts = textsIn(language)['tool/settings_check'];
  const marks = { problem: '✗', warning: '!', ok: '✓' } as const;
  const sorted = [...findings].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return sorted.flatMap(({ level, topic, text, remedy, cause }) => [
    `${marks[level]} ${texts[`level_${level}`]}  ${texts[`topic_${topic}`]}: ${text}`,
    ...(remedy === null ? [] : [`    ${remedy}`]),
    ...(cause === undefined ? [] : [`    (${cause})`]),
  ]);
}

/** Whether a shell should be told that something is wrong. */
export function hasProblem(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'problem');
}
