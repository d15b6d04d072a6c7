import type { FlagsView } from '../../../view/sale/link_actions';
import type { Visit } from '../../../visit';
import { panelAction, panelText, type PanelFacts } from './panel';
import { pressHidden } from './fold';

/** Links that wait for a person, each with its reasons in words. */
export function flagsPart(visit: Visit, facts: PanelFacts): FlagsView[] {
  const text = panelText(visit, facts.page);
  const sentences = visit.texts('extension/payment_link');
  const mayModify = visit.may('modify', facts.page.route);
  return facts.links
    .filter((link) => link.flagged)
    .map((link) => ({
      sentences: link.flags.map((flag) => sentences[`flag_${flag}`]),
      seen: mayModify
        ? {
            icon: 'check2',
            title: text.seen_to,
            action: panelAction(visit, facts.page, 'dismiss_flags'),
            hidden: pressHidden({ link_id: link.linkId }),
            newTab: false,
          }
        : null,
    }));
}
