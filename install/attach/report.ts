import type { Detected } from '../../extension/opencart/attach/detect';
import { countCopied } from './copy_settings';
import { findingsOf } from './findings';
import type { Look } from './look';

/** What was found, and exactly what would be added, for a terminal. */
export function reportLines(look: Look): string[] {
  const { found } = look;
  const facts: [string, string][] = [
    ['Version', `OpenCart ${found.release}, told by its columns`],
    ['Tables', spread(found.tables.map(({ engine, collation }) => `${engine} ${collation}`))],
    ['Time zone', found.session.timeZone ?? 'the database server’s'],
    [
      'sql_mode',
      found.session.sqlMode === '' ? '(empty), as the shop sets it' : `${found.session.sqlMode}, as the shop sets it`,
    ],
    ['Stores', found.stores.map(({ storeId, name, url }) => `${storeId} ${name}${url ? ` (${url})` : ''}`).join('; ')],
    ['Languages', found.languages.map(({ code, name }) => `${code} ${name}`).join('; ')],
    ['Statuses', found.statuses.map(({ statusId, name }) => `${statusId} ${name}`).join(', ')],
    ['Plugin', pluginText(found)],
  ];
  return [
    'Found',
    ...facts.map(([name, value]) => `  ${name.padEnd(10)} ${value}`),
    '',
    ...findingsOf(found).flatMap(({ level, text }) => [`${level === 'warning' ? 'Attention: ' : ''}${text}`, '']),
    ...additionLines(look),
  ];
}

function additionLines({ newTables, found, attached }: Look): string[] {
  if (newTables.length === 0) return ['Everything this program needs is there already: nothing would be added.'];
  const copied = countCopied(found.plugin.settings);
  return [
    `Would be added: ${newTables.length} tables of this program’s own. No table of OpenCart is altered, and no row is put into any of them.`,
    ...newTables.map((table) => `  ${table}`),
    ...(copied > 0 && !attached
      ? [
          `  and, into ${newTables.find((table) => table.endsWith('payment_link_setting')) ?? 'payment_link_setting'}, a copy of those ${copied} settings of the MultiSafepay plugin that this program knows, its keys encrypted. Payment links are off in the copy.`,
        ]
      : []),
  ];
}

function pluginText({ plugin }: Detected): string {
  if (plugin.settings.length === 0)
    return 'no MultiSafepay plugin; its orders get links by the choice under Extensions → Payment link settings';
  const events = plugin.events.map(({ code }) => code).join(', ') || 'none';
  return `MultiSafepay: ${plugin.settings.length} settings; events that are on: ${events}`;
}

/** "18 × MyISAM utf8_general_ci, 2 × InnoDB …", most frequent first. */
function spread(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${count} × ${kind}`)
    .join(', ');
}

/** The same for programs. Settings by their keys: no value of a key is in a look. */
export function reportJson({ found, newTables, attached }: Look): Record<string, unknown> {
  return {
    version: found.group,
    release: found.release,
    tables: found.tables,
    textColumns: found.textColumns.map(({ table, column, charset, collation }) => ({
      table,
      column,
      charset,
      collation,
    })),
    session: found.session,
    capabilities: found.capabilities,
    stores: found.stores,
    languages: found.languages,
    statuses: found.statuses,
    defaultStatusId: found.defaultStatusId,
    plugin: found.plugin,
    findings: findingsOf(found),
    attached,
    newTables,
  };
}
