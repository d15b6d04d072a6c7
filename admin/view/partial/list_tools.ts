import type { FieldView } from './field';
import type { SearchView } from './search';

/** What stands above a list that is searched and filtered. */
export interface ListToolsView {
  readonly search: SearchView;
  readonly filterAction: string;
  readonly filters: readonly FieldView[];
  /** What the filters' form keeps besides: search and sort. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly chips: readonly ChipView[];
  readonly clearHref: string;
  /** Without search, filters and sort. */
  readonly listHref: string;
  readonly text: Readonly<Record<string, string>>;
}

/** A filter in force, and the list without it. */
export interface ChipView {
  readonly label: string;
  readonly value: string;
  readonly removeHref: string;
  readonly removeLabel: string;
}
