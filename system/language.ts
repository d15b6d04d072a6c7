/** A language file's shape with free values: what every other language must satisfy. */
export type TextsOf<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : TextsOf<English[Key]>;
};

/** `fill('Order {order} of {store}', { order: 7, store: 'X' })`. A name without a value stays visible. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}

/** What another program said, closed so that a sentence can follow it. */
export function closed(said: string): string {
  return said === '' || /[.!?]$/.test(said) ? said : `${said}.`;
}

const rules = new Map<string, Intl.PluralRules>();

/** Chooses among `one form|other form` by the language's rules and fills `{count}` in. */
export function plural(locale: string, count: number, forms: string): string {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)));
  const [one = forms, other = one] = forms.split('|');
  return fill(rule.select(count) === 'one' ? one : other, { count });
}

const joinedBefore = new WeakMap<object, WeakMap<object, object>>();

/**
 * Two language files in one; where both have a text, the second one's counts. Made once for each two files: an object
 * of hundreds of texts takes up to a millisecond to put together, which every page would wait for.
 */
export function joined<First extends object, Second extends object>(first: First, second: Second): First & Second {
  const ofFirst = joinedBefore.get(first) ?? new WeakMap<object, object>();
  joinedBefore.set(first, ofFirst);
  const both = ofFirst.get(second) ?? Object.freeze({ ...first, ...second });
  ofFirst.set(second, both);
  return both as First & Second;
}
