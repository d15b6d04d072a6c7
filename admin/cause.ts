import type { CauseView } from './view/partial/cause';
import type { Visit } from './visit';

/** The technical cause of a failure, where one is known. `id` of its fold on the page. */
export function causeOf(visit: Visit, text: string | null, id: string): CauseView | null {
  return text === null ? null : { id, label: visit.texts('common/form').technical_cause, text };
}
