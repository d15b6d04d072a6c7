import { listRuns } from '../../../extension/payment_link/bulk/runs';
import { countRunLinks } from '../../../extension/payment_link/bulk/run_links';
import { halfOfMinute } from '../../../extension/payment_link/sweep/pace';
import { t } from '../../../system/db/table';
import { agentFor, textOf } from '../../support/agent';
import { bulkForm, ended, LINKS, runIdIn, tickedAs } from '../../support/bulk_press';
import { orderWithLink } from '../../support/customer';
import { enterOrder } from '../../support/enter_order';
import { pressOnOrder } from '../../support/order_page';
import { until } from '../../support/program';
import { payableThere, statesOf } from '../../support/real_facts';
import { startWithStandIns, type StandInRoom } from '../../support/stand_ins';

let shop: StandInRoom;
beforeAll(async () => (shop = await startWithStandIns()));
afterAll(() => shop.close());
afterEach(async () => {
  await shop.provider.up();
  await shop.mailServer.up();
});

const BULK = `${LINKS}/bulk`;
const page = async (path: string) => textOf((await shop.get(path)).html);
const press = async (...form: Parameters<typeof bulkForm> extends [unknown, ...infer Rest] ? Rest : never) =>
  shop.post(BULK, await bulkForm(shop, ...form));
const several = async (count: number) => {
  const links = [];
  for (let n = 0; n < count; n++) links.push(await orderWithLink(shop));
  await shop.quiet();
  return links;
};
/** Of each mail with the link: how often the mail server took it. */
const mailedTimes = async (orderId: number) => {
  const rows = (await shop.db(t(shop.db, 'payment_link_mail')).where({ order_id: orderId, kind: 'payment_link' })) as {
    message_id: string;
  }[];
  return rows.map((row) => shop.mails.caught.filter(({ mail }) => mail.messageId?.includes(row.message_id)).length);
};
const payable = (reference: string) => payableThere(shop.sandbox).includes(reference);
const say = (location: string, words: string) =>
  until(
    () => page(location),
    (text) => text.includes(words),
  );

test('ticked links are renewed in a run of its own page: how many, what was refused, why, and what to do', async () => {
  const [first, second] = await several(2);
  await shop.db(t(shop.db, 'payment_link')).where({ link_id: second!.linkId }).update({ state: 'completed' });
  const { location, status } = await press('renew', tickedAs([first!.linkId, second!.linkId, 987_654]));
  expect([status, runIdIn(location)]).toEqual([303, expect.any(Number)]);
  expect(await page(location)).toContain('You may leave this page');
  await ended(shop.db, runIdIn(location));
  const text = await page(location);
  expect(text).toContain('3 of 3 links are dealt with.');
  expect(text).toContain('Renewed 1 Refused 2');
  expect(text).toMatch(new RegExp(`${second!.reference} .*cannot be renewed: it is paid. Nothing is left to do.`));
  expect(text).toContain('Link 987654');
  expect(text).toMatch(/Begun .* by admin/);
  expect(await statesOf(shop.db, first!.orderId ?? 0)).toEqual(['replaced', 'active']);
  const { html } = await shop.get(location);
  expect(html).toContain(`/admin/sale/order/info?order_id=${second!.orderId}`);
});

test('a form that is sent twice, or at the same moment by two tabs, begins one run and leads both there', async () => {
  const [link] = await several(1);
  const form = await bulkForm(shop, 'resend', tickedAs([link!.linkId]));
  const before = (await listRuns(shop.db, 100)).length;
  const answers = await Promise.all([shop.post(BULK, form), shop.post(BULK, form)]);
  const third = await shop.post(BULK, form);
  const places = new Set([...answers, third].map(({ location }) => location));
  expect([...places]).toEqual([expect.stringContaining('run_id=')]);
  expect((await listRuns(shop.db, 100)).length).toBe(before + 1);
  await ended(shop.db, runIdIn(third.location));
  await shop.quiet();
  expect(await mailedTimes(link!.orderId ?? 0)).toEqual([1, 1]);
});

test('nothing ticked does nothing and says so, on the list as it was; what is no act is refused', async () => {
  const back = JSON.stringify({ filter_state: 'open', evil: 'x' });
  const before = (await listRuns(shop.db, 100)).length;
  const { location } = await press('cancel', { back });
  expect(location).toBe(`${LINKS}?filter_state=open`);
  expect(await page(location)).toContain('no entry was selected');
  expect((await press('evil', tickedAs([1]))).status).toBe(400);
  expect((await listRuns(shop.db, 100)).length).toBe(before);
});

describe('all that match, beyond the page', () => {
  const mail = 'many@customer.example';
  const filter = { search: mail };
  const back = JSON.stringify(filter);
  const every = { every: '1', back };
  const listed = `${LINKS}?${new URLSearchParams(filter).toString()}`;
  const hidden = (html: string) => {
    const form = html.slice(html.indexOf('name="confirmed"') - 2000);
    const fields = form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g);
    const values = [...fields].map(([, name, value]) => [name, value?.replaceAll('&#34;', '"') ?? '']);
    return Object.fromEntries(values.filter(([name]) => name !== 'csrf')) as Record<string, string>;
  };

  beforeAll(async () => {
    for (let n = 0; n < 22; n++) await enterOrder(shop, { email: mail });
    await shop.quiet();
  });

  test('are offered with their number, confirmed with it, and done', async () => {
    expect(await page(listed)).toContain('All 22 links that match, not those on this page alone');
    const asked = await press('cancel', every);
    const text = textOf(asked.html);
    expect([asked.status, text]).toEqual([200, expect.stringContaining('Cancel 22 links?')]);
    expect(text).toContain('Awaiting payment 22 ·');
    expect(text).toContain('It takes about 1 minute');
    const form = hidden(asked.html);
    expect(form).toMatchObject({ act: 'cancel', every: '1', confirmed: '22', back });
    const { location } = await shop.post(BULK, form);
    const run = await ended(shop.db, runIdIn(location));
    expect(run.total).toBe(22);
    expect(await page(location)).toContain('Cancelled 22 Refused 0');
    expect(await page(listed)).toContain('Cancelled 22 ·');
  });

  test('are asked about again when others match by the time of the press', async () => {
    const asked = await press('renew', every);
    await enterOrder(shop, { email: mail });
    await shop.quiet();
    const again = await shop.post(BULK, hidden(asked.html));
    expect(textOf(again.html)).toContain('Meanwhile other links match: there are 23 by now.');
    expect(textOf(again.html)).toContain('Renew 23 links?');
    const gone = await press('renew', { every: '1', back: JSON.stringify({ search: 'nobody@customer.example' }) });
    expect(await page(gone.location)).toContain('no link matches these filters any more');
  });

  test('without a filter are as many as there are; what is paid or was replaced is not counted among them', async () => {
    const states = (await shop.db(t(shop.db, 'payment_link')).select('state')) as { state: string }[];
    const over = states.filter(({ state }) => state === 'completed' || state === 'replaced').length;
    expect(over).toBeGreaterThan(1);
    const asked = textOf((await press('renew', { every: '1' })).html);
    expect(asked).toContain(`Renew ${states.length - over} links?`);
    expect(asked).toContain(`${over} others that match are left as they are, and named with the reason.`);
  });

  test('are none where the page has them all, and too many are refused with the bound', async () => {
    expect(await page(`${LINKS}?search=1`)).not.toContain('links that match, not those');
    const link = (await shop.db(t(shop.db, 'payment_link')).where({ email: mail }).first()) as Record<string, unknown>;
    const { link_id: _own, ...row } = link;
    const rows = Array.from({ length: 2001 }, (_, n) => ({
      ...{ ...row, state: 'expired', email: 'flood@customer.example', token: `t${n}`, notify_token: `n${n}` },
      ...{ reference: `flood-${n}`, order_id: null, purpose: 'free' },
    }));
    for (let at = 0; at < rows.length; at += 20)
      await shop.db(t(shop.db, 'payment_link')).insert(rows.slice(at, at + 20));
    const flood = { search: 'flood@customer.example' };
    expect(await page(`${LINKS}?${new URLSearchParams(flood).toString()}`)).toContain('narrow them to 2,000 at most');
    const { location } = await press('cancel', { every: '1', back: JSON.stringify(flood) });
    expect(await page(location)).toContain('more than 2,000 links match');
    await shop.db(t(shop.db, 'payment_link')).where({ email: 'flood@customer.example' }).delete();
  });
});

test('the provider down mid-run: the page says so and what helps, the list names the run, and it goes on by itself', async () => {
  const links = await several(2);
  await shop.provider.down();
  const { location } = await press('cancel', tickedAs(links.map(({ linkId }) => linkId)));
  const runId = runIdIn(location);
  await until(
    () => countRunLinks(shop.db, runId),
    (counts) => counts.asked === 2,
  );
  expect(await page(LINKS)).toContain('Links cancelled: 0 of 2 are dealt with. Show progress');
  await shop.db(t(shop.db, 'payment_link_run_link')).where({ run_id: runId }).decrement('asked_at', 60_000);
  expect(await page(location)).toContain('The provider does not answer at the moment.');
  await shop.provider.up();
  await shop.quiet();
  await ended(shop.db, runId);
  expect(await page(location)).toContain('Cancelled 2 Refused 0');
  expect(links.map(({ reference }) => payable(reference))).toEqual([false, false]);
});

test('the mail server down mid-run: said with its reason, and each mail goes out once when it is back', async () => {
  const [link] = await several(1);
  await shop.mailServer.down();
  const { location } = await press('resend', tickedAs([link!.linkId]));
  const runId = runIdIn(location);
  await until(
    () => countRunLinks(shop.db, runId),
    (counts) => counts.asked === 1,
  );
  await shop.db(t(shop.db, 'payment_link_run_link')).where({ run_id: runId }).decrement('asked_at', 60_000);
  await say(location, 'The mail server does not take these mails at the moment. They are tried again by themselves.');
  await say(location, 'The mail server could not be reached.');
  await shop.mailServer.up();
  await shop.quiet();
  await ended(shop.db, runId);
  expect(await page(location)).toContain('Mailed 1 Refused 0');
  expect(await mailedTimes(link!.orderId ?? 0)).toEqual([1, 1]);
});

test('an address that the mail server refuses is named with the reason', async () => {
  const email = 'gone@customer.example';
  const orderId = await enterOrder(shop, { email });
  await shop.quiet();
  shop.refused.add(email);
  const link = (await shop.db(t(shop.db, 'payment_link')).where({ order_id: orderId }).first()) as { link_id: number };
  const { location } = await press('resend', tickedAs([link.link_id]));
  await ended(shop.db, runIdIn(location));
  expect(await page(location)).toMatch(/Refused: left as they are .*No such user here/);
  shop.refused.delete(email);
  await pressOnOrder(shop, orderId, 'retry_mail');
  await shop.quiet();
});

test('Stop leaves the rest alone and says so; the journal has the run', async () => {
  const links = await several(2);
  const pace = { store_id: 0, code: 'payment_link', key: 'payment_link_links_per_minute', value: '2', serialized: 0 };
  await shop.db(t(shop.db, 'setting')).insert(pace);
  await until(
    () => halfOfMinute(shop.program.links, 0),
    (half) => half === 1,
  );
  const { location } = await press('cancel', tickedAs(links.map(({ linkId }) => linkId)));
  const runId = runIdIn(location);
  expect(await page(location)).toContain('At most 1 a minute');
  const stop = () => shop.post(`${LINKS}/run/stop`, { run_id: String(runId) });
  expect(await page((await stop()).location)).toContain('The run is stopped. What was asked for stays.');
  expect(await page((await stop()).location)).toContain('The run had ended already.');
  await shop.quiet();
  await ended(shop.db, runId);
  expect(await countRunLinks(shop.db, runId)).toMatchObject({ left: 2, done: 0 });
  expect(await page(location)).toContain('Not begun 2');
  expect(links.map(({ reference }) => payable(reference))).toEqual([true, true]);
  await shop.db(t(shop.db, 'setting')).where({ key: pace.key }).delete();
  await until(
    () => halfOfMinute(shop.program.links, 0),
    (half) => half > 1,
  );
  const journal = await page('/admin/tool/journal');
  expect(journal).toContain('Cancelling 2 payment links was begun.');
  expect(journal).toContain('A run of payment links was stopped.');
});

test('whoever may only look sees the run without Stop, and can begin and stop none', async () => {
  const permission = JSON.stringify({ access: ['sale/payment_link'], modify: [] });
  const [group] = await shop.db(t(shop.db, 'user_group')).insert({ name: 'Lookers', permission });
  const admin = (await shop.db(t(shop.db, 'user')).where({ username: 'admin' }).first()) as Record<string, unknown>;
  const { user_id: _own, ...row } = admin;
  await shop
    .db(t(shop.db, 'user'))
    .insert({ ...row, username: 'looker', user_group_id: group, email: 'l@example.com' });
  const looker = agentFor(shop.url);
  await looker.logIn('looker', 'secret123');
  const links = await several(1);
  await shop.provider.down();
  const { location } = await press('cancel', tickedAs(links.map(({ linkId }) => linkId)));
  const seen = await looker.get(location);
  expect(textOf(seen.html)).toContain('0 of 1 links are dealt with.');
  expect(seen.html).not.toContain('/run/stop');
  expect((await looker.post(`${LINKS}/run/stop`, { run_id: String(runIdIn(location)) })).status).toBe(403);
  expect((await looker.post(BULK, await bulkForm(looker, 'cancel', tickedAs([1])))).status).toBe(403);
  expect((await shop.get(`${LINKS}/run?run_id=987654`)).status).toBe(404);
  await shop.provider.up();
  await shop.quiet();
});
