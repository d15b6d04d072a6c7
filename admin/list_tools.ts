import { textIn } from '../system/http/input';
import { fill } from '../system/language';
import type { FieldView } from './view/partial/field';
import type { ChipView, ListToolsView } from './view/partial/list_tools';
import type { Visit } from './visit';

const SEARCH_LENGTH_MAX = 128;

/** Search, filters and the chips of those in force. `kept`: names of the query that the list's links keep. */
export function listTools(
  visit: Visit,
  path: string,
  parts: { readonly searchLabel: string; readonly filters: readonly FieldView[]; readonly kept: readonly string[] },
): ListToolsView {
  const text = visit.texts('common/form');
  const query = Object.fromEntries(parts.kept.map((name) => [name, textIn(visit.query, name)] as const));
  const filterNames = new Set(parts.filters.map(({ name }) => name));
  const value = textIn(visit.query, 'search').slice(0, SEARCH_LENGTH_MAX);
  const withoutSearch = Object.entries(query).filter(([name, typed]) => name !== 'search' && typed !== '');
  const besides = Object.entries(query).filter(([name, typed]) => !filterNames.has(name) && typed !== '');
  return {
    search: {
      action: visit.href(path),
      label: parts.searchLabel,
      value,
      submit: text.search,
      clear: text.clear,
      clearHref: value === '' ? null : visit.href(path, { ...query, search: '' }),
      hidden: Object.fromEntries(withoutSearch),
    },
    filterAction: visit.href(path),
    filters: parts.filters,
    hidden: Object.fromEntries(besides),
    chips: parts.filters.flatMap((field) => chipOf(visit, field, (name) => visit.href(path, { ...query, [name]: '' }))),
    clearHref: visit.href(path, Object.fromEntries(besides)),
    listHref: visit.href(path),
    text,
  };
}

function chipOf(visit: Visit, field: FieldView, without: (name: string) => string): ChipView[] {
  const value = chosen(field, visit.locale);
  if (value === '') return [];
  const name = `${field.label}: ${value}`;
  const removeLabel = fill(visit.texts('common/form').remove_filter, { name });
  return [{ label: field.label, value, removeHref: without(field.name), removeLabel }];
}

/** What a person chose or typed, in the words of the field. */
function chosen(field: FieldView, locale: string): string {
  if (field.options) {
    const option = field.options.find(({ selected, value }) => selected && value !== '');
    return option?.text ?? '';
  }
  const typed = field.value ?? '';
  if (field.kind !== 'date' || Number.isNaN(Date.parse(typed))) return typed;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(typed));
}
