import type { Decimal } from '../../../system/decimal';
import { decimal } from '../../../system/decimal';
import { plainText } from '../escaping';
import type { DraftLine, OrderDraft } from '../order/order_draft';
import type { ShopTime } from '../shop_time';
import type { CartLine } from './cart';
import type { Catalogue, CatalogueProduct } from './catalogue';
import type { Choice } from './line_options';
import { chooseOptions } from './line_options';
import type { Problem } from './problems';
import { SAYS, when } from './problems';
import { unitPrice } from './unit_price';

export const QUANTITY_MAX = 999_999;

/** The lines without problems, priced, and the problems of the others. */
export function buildLines(
  draft: OrderDraft,
  catalogue: Catalogue,
  now: ShopTime,
): { lines: CartLine[]; problems: Problem[] } {
  const pieces = piecesByProduct(draft.lines);
  const lines: CartLine[] = [];
  const problems: Problem[] = when(draft.lines.length === 0, 'lines', SAYS.noLines);
  draft.lines.forEach((line, index) => {
    const built = buildLine(line, `lines.${index}`, {
      ...{ catalogue, now, customerGroupId: draft.customerGroupId },
      pieces: pieces.get(line.productId) ?? 0,
    });
    if (built.line) lines.push(built.line);
    problems.push(...built.problems);
  });
  return { lines, problems };
}

interface Around {
  readonly catalogue: Catalogue;
  readonly now: ShopTime;
  readonly customerGroupId: number;
  /** Of this product in the whole order. */
  readonly pieces: number;
}

function buildLine(line: DraftLine, field: string, around: Around): { line?: CartLine; problems: Problem[] } {
  const product = around.catalogue.products.get(line.productId);
  const quantity = when(!isQuantity(line.quantity), `${field}.quantity`, SAYS.quantity);
  if (!product?.onSale) return { problems: [[`${field}.product_id`, SAYS.product], ...quantity] };
  const chosen = chooseOptions(product, line, around.catalogue.values, `${field}.options`);
  const minimum = product.row.minimum ?? 0;
  const tooFew = when(around.pieces < minimum, `${field}.quantity`, SAYS.minimum(product.name, minimum));
  const problems = [...quantity, ...tooFew, ...chosen.problems];
  return problems.length > 0
    ? { problems }
    : { problems, line: lineOf(product, line.quantity, chosen.choices, around) };
}

function lineOf(product: CatalogueProduct, quantity: number, choices: readonly Choice[], around: Around): CartLine {
  const { row } = product;
  const base = decimal(row.price);
  const options = sum(choices, (choice) => choice.value?.price);
  const price = unitPrice({ base, options, discounts: product.discounts, ...around });
  const points = choices.reduce((all, choice) => all + (choice.value?.points ?? 0), row.points ?? 0);
  return {
    ...{ productId: row.product_id, masterId: row.master_id ?? 0, name: product.name, model: plainText(row.model) },
    ...{ quantity, price, total: price.times(quantity), taxClassId: row.tax_class_id ?? 0 },
    ...{ ships: row.shipping === 1, subtract: row.subtract === 1, reward: (row.reward ?? 0) * quantity },
    // Option points only come on top of a product that can be paid with points at all.
    points: (row.points ?? 0) > 0 ? points * quantity : 0,
    weight: decimal(row.weight)
      .plus(sum(choices, (choice) => choice.value?.weight))
      .times(quantity),
    weightClassId: row.weight_class_id ?? 0,
    options: choices.map(({ option, value, text }) => ({
      ...{ productOptionId: option.productOptionId, productOptionValueId: value?.productOptionValueId ?? 0 },
      ...{ name: option.name, value: text, type: option.type },
    })),
  };
}

function sum(choices: readonly Choice[], of: (choice: Choice) => Decimal | undefined): Decimal {
  return choices.reduce((all, choice) => all.plus(of(choice) ?? 0), decimal(0));
}

function isQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= QUANTITY_MAX;
}

export function piecesByProduct(
  lines: readonly { readonly productId: number; readonly quantity: number }[],
): Map<number, number> {
  const pieces = new Map<number, number>();
  for (const { productId, quantity } of lines.filter((line) => isQuantity(line.quantity))) {
    pieces.set(productId, (pieces.get(productId) ?? 0) + quantity);
  }
  return pieces;
}
