/**
 * Building an Intl format costs 50 µs and more; a page formats dozens of values. Options are remembered by the object
 * itself: pass a constant, not one made for the call.
 */
function remembered<Options extends object, Format>(build: (locale: string, options: Options) => Format) {
  const known = new WeakMap<Options, Map<string, Format>>();
  return (locale: string, options: Options): Format => {
    let byLocale = known.get(options);
    if (!byLocale) known.set(options, (byLocale = new Map()));
    let format = byLocale.get(locale);
    if (!format) byLocale.set(locale, (format = build(locale, options)));
    return format;
  };
}

const WHOLE: Intl.NumberFormatOptions = {};

export const numberFormat = remembered<Intl.NumberFormatOptions, Intl.NumberFormat>(
  (locale, options) => new Intl.NumberFormat(locale, options),
);

export const dateFormat = remembered<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(
  (locale, options) => new Intl.DateTimeFormat(locale, options),
);

/** Names of languages, countries, currencies. */
export const nameFormat = remembered<Intl.DisplayNamesOptions, Intl.DisplayNames>(
  (locale, options) => new Intl.DisplayNames(locale, options),
);

/** Counts: "12,345". */
export function countFormat(locale: string): Intl.NumberFormat {
  return numberFormat(locale, WHOLE);
}
