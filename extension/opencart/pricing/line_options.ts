import { groupBy } from '../../../system/group_by';
import type { DraftLine, DraftOption } from '../order/order_draft';
import type { CatalogueOption, CatalogueProduct, CatalogueValue } from './catalogue';
import type { Problem } from './problems';
import { SAYS } from './problems';
import { checkText } from './checks/text';

/** One chosen value, or one typed text (then `value` is null). */
export interface Choice {
  readonly option: CatalogueOption;
  readonly value: CatalogueValue | null;
  readonly text: string;
}

const TEXT_TYPES = new Set(['text', 'textarea', 'file', 'date', 'datetime', 'time']);
/** Bytes of a TEXT column. */
const TEXT_MAX = 65_535;

/** The choices of a line, in the order asked for, and what is wrong with them; keyed below `lines.<n>.options`. */
export function chooseOptions(
  product: CatalogueProduct,
  line: DraftLine,
  values: ReadonlyMap<number, CatalogueValue>,
  field: string,
): { choices: Choice[]; problems: Problem[] } {
  const fixed = new Set(product.variant.map((option) => option.productOptionId));
  const asked = [...product.variant, ...line.options.filter((option) => !fixed.has(option.productOptionId))];
  const choices: Choice[] = [];
  const problems: Problem[] = [];
  for (const [id, entries] of groupBy(asked, (option) => option.productOptionId)) {
    const option = product.options.find((known) => known.productOptionId === id);
    const found = option ? choose(option, entries, values, `${field}.${id}`) : SAYS.optionForeign;
    if (typeof found === 'string') problems.push([`${field}.${id}`, found]);
    else {
      choices.push(...found.choices);
      problems.push(...found.problems);
    }
  }
  return { choices, problems: [...problems, ...missing(product, choices, field)] };
}

/** A sentence: what is wrong with the option as a whole. */
function choose(
  option: CatalogueOption,
  entries: readonly DraftOption[],
  values: ReadonlyMap<number, CatalogueValue>,
  field: string,
): { choices: Choice[]; problems: Problem[] } | string {
  if (TEXT_TYPES.has(option.type)) {
    const texts = entries.map((entry) => entry.value).filter((text) => text.trim() !== '');
    if (texts.length > 1) return SAYS.optionValue(option.name);
    return {
      choices: texts.map((text) => ({ option, value: null, text })),
      problems: texts.flatMap((text) => checkText(field, text, { bytesMax: TEXT_MAX, multiline: true })),
    };
  }
  const ids = entries.map((entry) => entry.productOptionValueId).filter((id) => id !== 0);
  const chosen = ids.map((id) => values.get(id)).filter((value) => value?.productOptionId === option.productOptionId);
  const single = option.type !== 'checkbox' && ids.length > 1;
  if (single || chosen.length < ids.length || new Set(ids).size < ids.length) return SAYS.optionValue(option.name);
  return { choices: chosen.flatMap((value) => (value ? [{ option, value, text: value.name }] : [])), problems: [] };
}

function missing(product: CatalogueProduct, choices: readonly Choice[], field: string): Problem[] {
  const made = new Set(choices.map((choice) => choice.option.productOptionId));
  return product.options
    .filter((option) => option.required && !made.has(option.productOptionId))
    .map((option) => [`${field}.${option.productOptionId}`, SAYS.optionRequired(option.name)]);
}
