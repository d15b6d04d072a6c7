import { fill } from '../../system/language';
import { formatMoney, money, type Money } from '../../system/money';
import { icon } from '../view/icon';
import type { PayStatus } from '../view/pay';
import type { PayState } from './pay_state';
import type { Shown } from './shown';

type Said = Exclude<PayState, 'payable'>;

/** How each state looks: a tone and an icon, beside its words. */
const LOOKS: Readonly<Record<Said, readonly [tone: PayStatus['tone'], icon: string]>> = {
  being_made: ['busy', 'arrow-repeat'],
  being_made_long: ['busy', 'arrow-repeat'],
  checking: ['busy', 'arrow-repeat'],
  on_its_way: ['underway', 'hourglass-split'],
  being_checked: ['underway', 'hourglass-split'],
  paid: ['good', 'check-circle-fill'],
  partly_refunded: ['good', 'arrow-counterclockwise'],
  refunded: ['over', 'arrow-counterclockwise'],
  reversed: ['bad', 'exclamation-triangle'],
  paid_otherwise: ['good', 'check-circle-fill'],
  expired: ['over', 'clock-history'],
  cancelled: ['over', 'slash-circle'],
  ended: ['over', 'slash-circle'],
  failed: ['bad', 'exclamation-triangle'],
};

/** Null while the order can simply be paid: the button says it. */
export function statusOf(shown: Shown): PayStatus | null {
  const { state, language } = shown;
  if (state === 'payable') return null;
  const values = wordsOf(shown);
  const [tone, name] = LOOKS[state];
  return {
    tone,
    icon: icon(name),
    heading: fill(language.texts[`heading_${state}`], values),
    sentence: fill(language.texts[`sentence_${state}`], values),
  };
}

function wordsOf({ facts: { shop, payments, link }, language: { locale } }: Shown): Record<string, string> {
  const came = payments.filter(({ state }) => state !== 'pending' && state !== 'failed');
  const sum = (amounts: readonly Money[]): string => {
    const currency = amounts[0]?.currency ?? link.amount.currency;
    const same = amounts.filter((amount) => amount.currency === currency);
    return formatMoney(
      money(
        same.reduce((total, amount) => total + amount.minor, 0),
        currency,
      ),
      locale,
    );
  };
  return {
    shop: shop.name,
    paid: sum(came.map(({ amount }) => amount)),
    refunded: sum(came.map(({ refunded }) => refunded)),
  };
}
