import type { Detected } from '../../extension/opencart/attach/detect';

/** What the owner of an attached shop should know; said by `attach`, `doctor` and the pages in the same words. */
export interface Finding {
  readonly level: 'info' | 'warning';
  readonly text: string;
}

/** `requestStatusIds`: statuses that mean "Payment Request" here; empty while none is chosen. */
export function findingsOf(found: Detected, requestStatusIds: readonly number[] = []): Finding[] {
  return [...pluginFindings(found), ...statusFindings(found, requestStatusIds), ...tableFindings(found)];
}

/** Two links for one order would be asked of a customer: the shop's plugin goes first until it is told not to. */
function pluginFindings({ plugin, stores }: Detected): Finding[] {
  const names = storesMakingLinks(plugin, stores);
  if (names.length === 0) return [];
  return [
    warning(
      `The MultiSafepay plugin of the shop makes payment links itself (${names.join(', ')}), so none are made there by this program. ` +
        'To change that, set "Generate payment links at the admin" to No in the shop’s own admin: ' +
        'Extensions → Extensions → Payments → MultiSafepay → Options.',
    ),
  ];
}

/** Names of the stores in which the shop's plugin makes payment links. */
export function storesMakingLinks(plugin: Detected['plugin'], stores: Detected['stores']): string[] {
  return stores.filter(({ storeId }) => plugin.linkStoreIds.includes(storeId)).map(({ name }) => name);
}

function statusFindings(
  { defaultStatusId, statuses, group }: Detected,
  requestStatusIds: readonly number[],
): Finding[] {
  const findings: Finding[] = [];
  if (defaultStatusId > 0 && requestStatusIds.includes(defaultStatusId)) {
    const name = statuses.find(({ statusId }) => statusId === defaultStatusId)?.name ?? String(defaultStatusId);
    findings.push(
      warning(
        `New orders get the status "${name}" by default (in the shop’s own admin: System → Settings → Option → Order Status), which is also the one that asks for a link: ` +
          'orders of the storefront would ask for links too. Choose a status that is used for nothing else.',
      ),
    );
  }
  if (group.startsWith('4.')) {
    findings.push(
      info(
        'In this version staff first confirm the new order, then add a history line with the Payment Request status on the order’s page: that line asks for the link.',
      ),
    );
  }
  return findings;
}

function tableFindings({ capabilities }: Detected): Finding[] {
  return [
    ...(capabilities.orderTablesTransactional
      ? []
      : [
          info('The order tables cannot undo (MyISAM). Each write is made so that it can be interrupted and repeated.'),
        ]),
    ...(capabilities.wideText
      ? []
      : [info('Emoji in texts written to the shop are replaced: its tables or its PHP hold three bytes a character.')]),
  ];
}

function info(text: string): Finding {
  return { level: 'info', text };
}

function warning(text: string): Finding {
  return { level: 'warning', text };
}
