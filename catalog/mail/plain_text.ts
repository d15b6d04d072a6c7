import type { Fact, MailView, OrderBlock } from './mail_view';

/** Width of the text twin's rules and amounts: fits a phone held upright, in letters of one width. */
const WIDTH = 46;

/** The same mail for programs and people that read text. */
export function plainText(view: MailView): string {
  // French sets a space before it.
  const colon = view.locale.startsWith('fr') ? '\u00a0:' : ':';
  const pair = ({ label, value }: Fact): string => `${label}${colon} ${value}`;
  const blocks: (string | null)[] = [
    view.band && `*** ${view.band} ***`,
    view.greeting,
    ...view.paragraphs,
    ...view.quotes.map((quote) => [`${quote.title}${colon}`, ...quote.lines.map((line) => `> ${line}`)].join('\n')),
    view.facts.map(pair).join('\n'),
    view.button && `${view.button.label}${colon}\n${view.button.url}`,
    view.order && orderText(view.order, colon),
    ...view.closing,
    ['-- ', view.shop.name, ...view.shop.lines, view.shop.url].filter((line) => line !== '').join('\n'),
  ];
  return `${blocks.filter((block) => block).join('\n\n')}\n`;
}

function orderText(order: OrderBlock, colon: string): string {
  const lines = order.lines.flatMap((line) => [
    aligned(line.name, line.amount),
    ...line.details.map((detail) => `  ${detail}`),
  ]);
  return [
    `${order.title} ${order.placed}`.trim(),
    '-'.repeat(WIDTH),
    ...lines,
    '-'.repeat(WIDTH),
    ...order.totals.map((total) => aligned(total.label, total.value)),
    ...(order.facts.length > 0 ? [''] : []),
    ...order.facts.map(({ label, value }) => `${label}${colon} ${value}`),
    ...order.addresses.map(({ title, lines: address }) => `\n${title}${colon}\n${address.join('\n')}`),
  ].join('\n');
}

/** Name on the left, amount on the right; on a line of its own where they do not fit. */
function aligned(left: string, right: string): string {
  const gap = WIDTH - left.length - right.length;
  return gap >= 2 ? left + ' '.repeat(gap) + right : `${left}\n${right.padStart(WIDTH)}`;
}
