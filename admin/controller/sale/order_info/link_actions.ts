import { listOrderStatuses } from '../../../../extension/opencart/localisation/order_statuses';
import { mappedStatus, readGatewaySettings } from '../../../../extension/payment_link/gateways/gateway_settings';
import { isOpen } from '../../../../extension/payment_link/link/link';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import type { Admin } from '../../../admin';
import { isPayable } from '../../../link_state';
import type { ActionView, LinkActionsView, PressView } from '../../../view/sale/link_actions';
import type { FieldView } from '../../../view/partial/field';
import type { Visit } from '../../../visit';
import type { Again } from './again';
import { panelAction, panelText, type PanelFacts } from './panel';
import { fold, pressHidden, type FoldParts } from './fold';
import { sharePart } from './share_part';

export const WORDS_LENGTH_MAX = 1000;
export const DAYS_MAX = 365;

/** What a person may do with a link as it is now. `url`: its address, null when it cannot be paid. */
export async function linkActions(
  app: Admin,
  visit: Visit,
  facts: PanelFacts,
  { link, ...shown }: { link: Link; url: string | null; again: Again | null },
): Promise<LinkActionsView> {
  const parts = partsFor(visit, facts, link);
  const folds: FoldParts[] = [];
  if (link.state !== 'completed') folds.push(parts.renew);
  if (isPayable(link)) folds.push(parts.extend);
  const otherwise = link.state === 'completed' || link.closedWhy === 'paid_otherwise';
  if (!otherwise && !facts.payments.some((payment) => payment.state === 'paid')) {
    const fields = facts.order === null ? [] : [await statusField(app, visit, facts, link)];
    folds.push({ ...parts.otherwise, fields });
  }
  if (isOpen(link.state) || link.state === 'failed') folds.push(parts.cancel);
  return {
    send: isPayable(link) ? [fold(visit, shown.again, parts.resend)] : [],
    folds: folds.map((one): ActionView => fold(visit, shown.again, one)),
    presses: shown.url === null ? [] : [openPress(visit, facts, link)],
    share: shown.url === null ? [] : sharePart(visit, facts, link, shown.url),
  };
}

function partsFor(visit: Visit, facts: PanelFacts, link: Link) {
  const text = panelText(visit, facts.page);
  const of = { id: link.linkId, idName: 'link_id', page: facts.page } as const;
  const mail = mailField(visit, facts, link);
  return {
    resend: {
      ...{ ...of, form: 'resend_link', icon: 'envelope', title: text.resend, submit: text.resend_submit },
      fields: [
        field('email', 'recipient', text.entry_recipient, { value: link.email, lengthMax: 96, wide: true }),
        field('textarea', 'words', text.entry_words, {
          ...{ help: text.help_words, lengthMax: WORDS_LENGTH_MAX, wide: true },
        }),
      ],
    },
    renew: {
      ...{ ...of, form: 'renew_link', icon: 'arrow-repeat', title: text.renew, submit: text.renew_submit },
      sentence: isOpen(link.state) ? text.renew_sentence_open : text.renew_sentence,
      fields: [mail],
    },
    extend: {
      ...{ ...of, form: 'extend_link', icon: 'hourglass', title: text.extend, submit: text.extend_submit },
      sentence: text.extend_sentence,
      fields: [field('number', 'days', text.entry_days, { value: '14', min: 1, max: DAYS_MAX }), mail],
    },
    otherwise: {
      ...{ ...of, form: 'paid_otherwise', icon: 'cash-coin', title: text.otherwise, submit: text.otherwise_submit },
      sentence: text.otherwise_sentence,
    },
    cancel: {
      ...{ ...of, form: 'cancel_link', icon: 'slash-circle', title: text.cancel_link, submit: text.cancel_submit },
      ...{ sentence: text.cancel_sentence, danger: true },
    },
  } satisfies Record<string, FoldParts>;
}

function field(
  kind: FieldView['kind'],
  name: string,
  label: string,
  more: Omit<Partial<FieldView>, 'kind' | 'name' | 'label' | 'id'>,
): FieldView {
  return { kind, id: name, name, label, ...more };
}

function mailField(visit: Visit, facts: PanelFacts, link: Link): FieldView {
  const { yes, no } = visit.texts('common/form');
  const mailed = link.email !== '';
  return field('switch', 'mail', panelText(visit, facts.page).entry_mail, {
    options: [
      { value: '1', text: yes, selected: mailed },
      { value: '0', text: no, selected: !mailed },
    ],
  });
}

/** The status that the gateway's settings give a paid order is the likely choice. */
async function statusField(app: Admin, visit: Visit, facts: PanelFacts, link: Link): Promise<FieldView> {
  const text = panelText(visit, facts.page);
  const settings = readGatewaySettings(await app.links.settingsFor(link.storeId, link.gateway));
  const likely = mappedStatus(settings, 'paid', 'completed');
  const statuses = await listOrderStatuses(app.db, facts.languageId);
  return field('select', 'status_id', text.entry_status, {
    options: [{ statusId: 0, name: text.status_unchanged }, ...statuses].map(({ statusId, name }) => ({
      value: String(statusId),
      text: name,
      selected: statusId === likely,
    })),
  });
}

function openPress(visit: Visit, facts: PanelFacts, link: Link): PressView {
  return {
    icon: 'box-arrow-up-right',
    title: panelText(visit, facts.page).open_for_customer,
    action: panelAction(visit, facts.page, 'open_link'),
    hidden: pressHidden({ link_id: link.linkId }),
    newTab: true,
  };
}
