import { findRun, type BulkAct, type BulkRun } from '../../extension/payment_link/bulk/runs';
import type { Db } from '../../system/db/table';
import type { Agent, Form } from './agent';
import { until } from './program';

export const LINKS = '/admin/sale/payment_link';

/** What the list of links in the browser sends when one of its buttons is pressed. */
export async function bulkForm(agent: Pick<Agent, 'get'>, act: BulkAct | 'evil', typed: Form = {}): Promise<Form> {
  const { html } = await agent.get(LINKS);
  const token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return { act, form_token: token, back: '{}', ...typed };
}

export function tickedAs(ids: readonly number[]): Form {
  return { selected: ids.map(String) };
}

/** Of the address of a run's page. */
export function runIdIn(location: string): number {
  return Number(/run_id=(\d+)/.exec(location)?.[1] ?? 0);
}

export async function ended(db: Db, runId: number): Promise<BulkRun> {
  const run = await until(
    () => findRun(db, runId),
    (one) => one !== null && one.endedAt !== null,
  );
  if (run === null) throw new Error('unreachable');
  return run;
}
