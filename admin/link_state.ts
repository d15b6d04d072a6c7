import type { Link } from '../extension/payment_link/link/link_row';
import type { Payment } from '../extension/payment_link/settle/payments';
import type { TextFiles } from '../language';

/** A state said three ways: word, colour (`state-<css>`) and icon. */
export interface StateView {
  readonly css: string;
  readonly icon: string;
  readonly text: string;
}

type Texts = TextFiles['sale/payment_link'];
type Key = Extract<keyof Texts, `state_${string}`> extends `state_${infer Name}` ? Name : never;

const LOOKS: Readonly<Record<Key, readonly [css: string, icon: string]>> = {
  requested: ['requested', 'hourglass-split'],
  retrying: ['warn', 'arrow-repeat'],
  active: ['active', 'circle-fill'],
  on_its_way: ['way', 'arrow-right-circle-fill'],
  completed: ['paid', 'check-circle-fill'],
  refunded: ['requested', 'arrow-counterclockwise'],
  partially_refunded: ['paid', 'arrow-counterclockwise'],
  charged_back: ['failed', 'arrow-counterclockwise'],
  failed: ['failed', 'x-octagon-fill'],
  declined: ['declined', 'exclamation-circle-fill'],
  expired: ['expired', 'clock-history'],
  cancelled: ['cancelled', 'slash-circle'],
  replaced: ['replaced', 'arrow-left-right'],
  used_up: ['replaced', 'check2-all'],
};

/** The link's state as people see it: what became of its money says more than the link's own word. */
export function linkStateOf(link: Link, payments: readonly Payment[], texts: Texts): StateView {
  return look(keyOf(link, payments), texts);
}

function keyOf(link: Link, payments: readonly Payment[]): Key {
  const own = payments.filter((payment) => payment.linkId === link.linkId).map((payment) => payment.state);
  if (own.includes('charged_back')) return 'charged_back';
  if (link.state === 'completed' && own.length > 0 && own.every((state) => state === 'refunded')) return 'refunded';
  if (own.includes('partially_refunded')) return 'partially_refunded';
  if (isPayable(link) && own.includes('pending')) return 'on_its_way';
  return link.state === 'requested' && link.failure !== null ? 'retrying' : link.state;
}

export function isPayable(link: Link): boolean {
  return link.state === 'active' || link.state === 'declined';
}

function look(key: Key, texts: Texts): StateView {
  const [css, icon] = LOOKS[key];
  return { css, icon, text: texts[`state_${key}`] };
}

const PAYMENT_LOOKS: Readonly<Record<Payment['state'], readonly [css: string, icon: string]>> = {
  pending: LOOKS.on_its_way,
  paid: LOOKS.completed,
  failed: LOOKS.declined,
  refunded: LOOKS.refunded,
  partially_refunded: LOOKS.partially_refunded,
  charged_back: LOOKS.charged_back,
};

export function paymentStateOf(payment: Payment, texts: Texts): StateView {
  const [css, icon] = PAYMENT_LOOKS[payment.state];
  return { css, icon, text: texts[`payment_${payment.state}`] };
}

/** The link's own state alone, for totals. */
export function plainStateOf(state: Link['state'], texts: Texts): StateView {
  return look(state, texts);
}
