import type { CustomerLanguage } from '../../language/customer';
import type { PayFacts } from './pay_facts';
import type { PayState, PayVisit } from './pay_state';

/** One look at the page: what is known, what that means, and how it is said. */
export interface Shown {
  readonly facts: PayFacts;
  readonly state: PayState;
  readonly visit: PayVisit;
  readonly language: CustomerLanguage;
  /** The language was chosen here, so the page's links keep it. */
  readonly chosen: boolean;
  /** The answer to "Send me a new link"; null when nothing was asked. */
  readonly asked: Asked | null;
  /** The button that was pressed named another amount than the link has by now. */
  readonly amountChanged: boolean;
}

export const ASKED = ['on_its_way', 'too_often', 'not_possible'] as const;
export type Asked = (typeof ASKED)[number];
