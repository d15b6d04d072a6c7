import type { Fact, MailView, OrderBlock } from './mail_view';

/** Width of the text twin's rules and amounts: fits a phone held upright, in letters of one width. */
const WIDTH = 46;

/** The same mail for programs and people that read text. */
export function plainText(view: MailView): string {
  const blocks: (string | null)[] = [
    view.band && `*** ${view.band} ***`,
    view.greeting,
    ...view.paragraphs,
    ...view.quotes.map((quote) => [`${quote.title}:`, ...quote.lines.map((line) => `> ${line}`)].join('\n')),
    view.facts.map(pair).join('\n'),
    view.button && `${view.button.label}:\n${view.button.url}`,
    view.order && orderText(view.order),
    ...view.closing,
    ['-- ', view.shop.name, ...view.shop.lines, view.shop.url].filter((line) => line !== '').join('\n'),
  ];
  return `${blocks.filter((block) => block).join('\n\n')}\n`;
}

function orderText(order: OrderBlock): string {
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
    ...order.facts.map(pair),
    ...order.addresses.map(({ title, lines: address }) => `\n${title}:\n${address.join('\n')}`),
  ].join('\n');
}

function pair({ label, value }: Fact): string {
  return `${label}: ${value}`;
}

/** Name on the left, amount on the right; on a line of its own where they do not fit. */
function aligned(left: string, right: string): string {
  const gap = WIDTH - left.length - right.length;
  return gap >= 2 ? left + ' '.repeat(gap) + right : `${left}\n${right.padStart(WIDTH)}`;
}
