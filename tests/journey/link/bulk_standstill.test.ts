import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { ended, LINKS, runIdIn } from '../../support/bulk_press';
import { newestLink, orderWithLink } from '../../support/customer';
import { startProgram, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const page = async (path: string) => textOf((await shop.get(path)).html);

/** A run of one link that waits; its job is due in an hour, or was given up. */
async function waitingRun(linkId: number, job: { failed_at?: number; last_error?: string } = {}): Promise<number> {
  const now = Date.now();
  const run = { act: 'cancel', actor: 'admin', ip: null, total: 1, started_at: now };
  const [runId] = (await shop.db(t(shop.db, 'payment_link_run')).insert(run)) as [number];
  await shop.db(t(shop.db, 'payment_link_run_link')).insert({ run_id: runId, link_id: linkId, state: 'waiting' });
  const row = { name: 'payment_link.bulk', payload: JSON.stringify({ runId }), attempt: 0, created_at: now };
  await shop.db(t(shop.db, 'payment_link_outbox')).insert({ ...row, run_at: now + 3_600_000, ...job });
  return runId;
}

test('a run whose job was given up says that it stands still, why and what helps; Go on does it, once', async () => {
  const link = await orderWithLink(shop);
  const runId = await waitingRun(link.linkId, { failed_at: Date.now(), last_error: 'the disk was full' });
  const path = `${LINKS}/run?run_id=${runId}`;
  const { html } = await shop.get(path);
  const text = textOf(html);
  expect(text).toContain('This run stands still: its job was given up. the disk was full Press Go on;');
  expect(text).toContain('stands still');
  expect(text).not.toContain('under way');
  expect(await page(LINKS)).toContain('0 of 1 are dealt with, and it stands still.');
  const token = /run\/go_on"[\s\S]*?name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const form = { form_token: token, run_id: String(runId) };
  const pressed = await shop.post(`${LINKS}/run/go_on`, form);
  expect([pressed.status, runIdIn(pressed.location)]).toEqual([303, runId]);
  await shop.post(`${LINKS}/run/go_on`, form);
  await ended(shop.db, runId);
  expect((await newestLink(shop, link)).state).toBe('cancelled');
  const resumed = shop.db(t(shop.db, 'payment_link_journal')).where({ event: 'bulk.resumed' });
  expect(await resumed).toHaveLength(1);
});

test('the pace that is said is that of the store whose link comes next', async () => {
  const link = await orderWithLink(shop);
  const own = { store_id: 7, code: 'payment_link', key: 'payment_link_links_per_minute', value: '8', serialized: 0 };
  await shop.db(t(shop.db, 'setting')).insert(own);
  await shop.db(t(shop.db, 'payment_link')).where({ link_id: link.linkId }).update({ store_id: 7 });
  const path = `${LINKS}/run?run_id=${await waitingRun(link.linkId)}`;
  expect(await page(path)).toContain('At most 4 a minute');
});
