import { summaryOf, under, type NamedField } from '../../../form/summary';
import type { FieldError } from '../../../form_errors';
import type { LinkPanelView } from '../../../view/sale/link_panel';
import type { HistoryView } from '../../../view/sale/order_info';
import type { Again } from './again';

/** The summary above the page's small forms: each error with the name of its form and its field. */
export function panelErrors(again: Again, panel: LinkPanelView, history: HistoryView['form'] = null): FieldError[] {
  return summaryOf(placed(again), [...(history?.fields ?? []), ...foldedFields(panel)]);
}

/** Forms that stand on the page more than once have ids of their own for their fields. */
function placed({ id, errors }: Again): FieldError[] {
  return errors.list.map(({ field, text }) => ({
    field: id > 0 && field !== 'content' ? `${field}-${id}` : field,
    text,
  }));
}

function foldedFields({ cards, payments }: LinkPanelView): NamedField[] {
  const folds = [
    ...cards.flatMap(({ actions }) => (actions === null ? [] : [...actions.send, ...actions.folds])),
    ...payments.flatMap(({ refund }) => refund ?? []),
  ];
  return folds.filter(({ open }) => open).flatMap(({ title, fields }) => under(title, fields));
}
