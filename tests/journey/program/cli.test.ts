import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../../support/command';

interface LinkLine {
  readonly id: number;
  readonly state: string;
  readonly order_id: number | null;
  readonly address: string;
  readonly slug: string | null;
  readonly reference: string;
  readonly amount: { readonly minor: number; readonly currency: string };
}

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'payment-links-cli-'));
  const run = (...args: string[]) => command({ DATA_DIR: folder, ADMIN_PASSWORD: 'secret123', PORT: '3999' }, ...args);
  const json = async <T>(...args: string[]): Promise<T> => {
    const { code, out, err } = await run(...args, '--json');
    if (code !== 0) throw new Error(err);
    return JSON.parse(out) as T;
  };
  const FREE = ['--currency', 'EUR', '--description', 'Spare key', '--wait', '0'];

  beforeAll(async () => {
    expect((await run('demo')).out).toMatch(/^(Demo data were put into the shop\.|Nothing was done)/);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('says what there is, and every command says what it takes', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    const commands = ['serve', 'work', 'attach', 'detach', 'migrate', 'demo', 'doctor', 'setting', 'link', 'token'];
    for (const name of commands) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    const help = await run('link', 'create', '--help');
    expect(help.out).toContain('Examples:');
    expect(help.err).toBe('');
  });

  test('answers what it does not know with one message, a hint, and exit code 2', async () => {
    const unknown = await run('serv');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err.match(/unknown command/g)).toHaveLength(1);
    expect(unknown.err).toContain('Did you mean serve?');
    const option = await run('link', 'list', '--jsn');
    expect(option).toMatchObject({ code: 2, out: '' });
    expect(option.err).toContain("unknown option '--jsn'");
  });

  test('says every problem of the environment at once', async () => {
    const { code, err } = await command({ DATA_DIR: folder, PORT: 'x', TRUST_PROXY: 'y' }, 'link', 'list');
    expect(code).toBe(1);
    expect(err).toContain('PORT must be');
    expect(err).toContain('TRUST_PROXY must be');
    expect(err).not.toContain('    at ');
  });

  test('brings the database to this version once, and says what was applied', async () => {
    const known = await json<{ applied: string[]; migrations: { name: string }[] }>('migrate');
    expect(known.applied).toEqual([]);
    expect(known.migrations.map(({ name }) => name)).toContain('0001_own_tables');
    const empty = mkdtempSync(join(tmpdir(), 'payment-links-cli-'));
    const first = await command({ DATA_DIR: empty }, 'migrate', '--json');
    expect((JSON.parse(first.out) as typeof known).applied.length).toBe(known.migrations.length);
    rmSync(empty, { recursive: true });
  });

  test('demo data go into a shop once', async () => {
    const again = await run('demo');
    expect(again).toMatchObject({ code: 0, out: 'Nothing was done: this shop has had its demo data.\n' });
  });

  test('settings are read and set by the keys OpenCart shops know', async () => {
    const key = 'payment_multisafepay_days_active';
    expect((await run('setting', 'get', key)).out).toBe('30\n');
    expect((await run('setting', 'set', key, '14')).code).toBe(0);
    expect(await json('setting', 'get', key)).toEqual({ key, value: 14 });
  });

  test('a setting is refused as its page would refuse it, and nothing changes', async () => {
    const key = 'payment_multisafepay_days_active';
    const before = (await run('setting', 'get', key)).out;
    const refused = await run('setting', 'set', key, '400');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('At most 365 days');
    expect((await run('setting', 'set', key, 'soon')).err).toContain('whole number');
    expect((await run('setting', 'set', 'payment_nothing', '1')).err).toContain('There is no setting called');
    expect((await run('setting', 'get', key)).out).toBe(before);
  });

  test('every key of the settings that OpenCart shops know is there, with its default', async () => {
    const status = (word: string) => `payment_multisafepay_order_status_id_${word}`;
    const listed = await json<{ key: string; value: unknown }[]>('setting', 'list');
    const values = Object.fromEntries(listed.map(({ key, value }) => [key, value]));
    const mapped = { initialized: 0, completed: 2, uncleared: 0, reserved: 0, void: 0, declined: 0, cancelled: 7 };
    const later = { expired: 14, shipped: 3, refunded: 11, partial_refunded: 0, chargedback: 13 };
    for (const [word, id] of Object.entries({ ...mapped, ...later })) expect(values[status(word)]).toBe(id);
    for (const provider of ['multisafepay', 'midtrans']) {
      const own = Object.keys(values).filter((key) => key.startsWith(`payment_${provider}_`));
      const words = ['status', 'environment', 'api_key', 'sandbox_api_key', 'generate_payment_links_status'];
      words.push('order_status_id_initialize_payment_request', 'days_active', 'unit_lifetime_payment_link');
      words.push('second_chance', 'order_description', 'order_status_id_completed');
      expect(own).toEqual(expect.arrayContaining(words.map((word) => `payment_${provider}_${word}`)));
    }
  });

  test("a store's own settings are read and set, checked as its page checks them", async () => {
    expect((await run('setting', 'set', 'config_processing_status', '2, 3')).code).toBe(0);
    expect(await json('setting', 'get', 'config_processing_status')).toMatchObject({ value: [2, 3] });
    expect((await run('setting', 'set', 'config_name', 'Canal House')).code).toBe(0);
    expect((await run('setting', 'get', 'config_name')).out).toBe('Canal House\n');
    const refused = await run('setting', 'set', 'config_complete_status', '');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('config_complete_status: Please tick at least one complete order status.');
    expect((await run('setting', 'set', 'config_processing_status', '99')).code).toBe(1);
    expect(await json('setting', 'get', 'config_processing_status')).toMatchObject({ value: [2, 3] });
  });

  test('secrets never reach the terminal', async () => {
    expect((await run('setting', 'set', 'payment_multisafepay_api_key', 'very-secret-key')).code).toBe(0);
    const list = await run('setting', 'list');
    expect(list.out).toMatch(/payment_multisafepay_api_key\s+•+/);
    const all = [
      list,
      await run('setting', 'list', '--json'),
      await run('setting', 'get', 'payment_multisafepay_api_key'),
    ];
    for (const { out, err } of all) expect(out + err).not.toContain('very-secret-key');
  });

  test('an address that a stored secret is sent to is changed only together with the secret', async () => {
    const host = 'config_mail_smtp_hostname';
    for (const [key, value] of [
      [host, 'tls://mail.shop.example'],
      ['config_mail_smtp_username', 'post'],
      ['config_mail_smtp_password', 'first'],
    ])
      expect((await run('setting', 'set', key as string, value as string)).code).toBe(0);
    const refused = await run('setting', 'set', host, 'mail.thief.example');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('config_mail_smtp_password: The address that this is sent to was changed.');
    expect(refused.err).toContain('--secret');
    expect((await run('setting', 'get', host)).out).toBe('tls://mail.shop.example\n');
    expect((await run('setting', 'set', host, 'new.shop.example', '--secret', 'second')).code).toBe(0);
    expect((await run('setting', 'get', host)).out).toBe('new.shop.example\n');
    expect((await run('setting', 'set', 'config_name', 'Canal', '--secret', 'x')).err).toContain('no secret is sent');
    const api = 'payment_link_shop_api_url';
    expect((await run('setting', 'set', 'payment_link_shop_api_key', 'k')).code).toBe(0);
    expect((await run('setting', 'set', api, 'https://thief.example/')).code).toBe(1);
    expect((await run('setting', 'set', api, 'https://shop.example/', '--secret', 'k2')).code).toBe(0);
  });

  test('the doctor finds that nobody serves, says what to do, and answers with exit code 1', async () => {
    const { code, out, err } = await run('doctor');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^✗ Problem {2}Address for customers and notifications: .+\n {4}\S/m);
    const { out: listed } = await run('doctor', '--json');
    const findings = JSON.parse(listed) as { topic: string; level: string }[];
    expect(findings.find(({ topic }) => topic === 'database')?.level).toBe('ok');
  });

  test('a link is made, listed, shown and cancelled', async () => {
    const made = await json<LinkLine>('link', 'create', '--amount', '12.50', ...FREE, '--email', 'jan@example.com');
    expect(made).toMatchObject({ order_id: null, amount: { minor: 1250, currency: 'EUR' }, state: 'requested' });
    const listed = await json<LinkLine[]>('link', 'list', '--search', 'jan@example.com');
    expect(listed.map(({ id }) => id)).toEqual([made.id]);
    expect((await json<LinkLine>('link', 'show', made.reference)).id).toBe(made.id);
    expect((await json<LinkLine>('link', 'show', made.address)).id).toBe(made.id);
    expect((await run('link', 'cancel', made.reference)).code).toBe(0);
    expect((await run('work', '--once')).out).toMatch(/^\d+ jobs? (was|were) run\.\n$/);
    expect((await json<LinkLine>('link', 'show', String(made.id))).state).toBe('cancelled');
    expect((await run('link', 'cancel', made.reference)).err).toContain('This payment link is closed.');
  });

  test('a link gets an address that can be said, and is found by it', async () => {
    const made = await json<LinkLine>('link', 'create', '--amount', '3', ...FREE, '--slug', 'Spare-Key');
    expect(made).toMatchObject({ slug: 'spare-key', address: 'http://localhost:3999/pay/spare-key' });
    expect((await json<LinkLine>('link', 'show', 'spare-key')).id).toBe(made.id);
    expect((await json<LinkLine>('link', 'show', made.address)).id).toBe(made.id);
    expect(await json<LinkLine[]>('link', 'list', '--search', 'spare-key')).toMatchObject([{ slug: 'spare-key' }]);
    const again = await run('link', 'create', '--amount', '3', ...FREE, '--slug', 'spare-key');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('slug: Another link has this short address.');
    expect((await run('link', 'create', '--order', '1', '--slug', 'order-1')).code).toBe(2);
  });

  test('a link that cannot be is refused with the reason, and exit code 1', async () => {
    const wrong = await run('link', 'create', '--amount', '0', ...FREE);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('amount: Enter an amount above zero');
    expect((await run('link', 'create')).err).toContain('--order 42');
    expect((await run('link', 'create', '--order', '999')).err).toContain('There is no order 999.');
    expect((await run('link', 'create', '--order', '1', '--amount', '3')).code).toBe(2);
    expect((await run('link', 'show', 'nothing')).err).toContain('There is no link nothing.');
  });

  test('a file is imported row by row, and importing it again makes no second link', async () => {
    const file = join(folder, 'november.csv');
    const rows = ['amount,currency,description,email,language', '12.50,EUR,"Key, ""brass""",ann@example.com,nl-nl'];
    writeFileSync(file, [...rows, '0,EUR,Wrong,,', '3,EUR,Same,,', '3,EUR,Same,,'].join('\n'));
    const first = await run('link', 'import', file);
    expect(first.code).toBe(1);
    expect(first.out.match(/^line \d+: link \d+ made, http/gm)).toHaveLength(3);
    expect(first.out).toMatch(/^line 3: refused\. .*amount/m);
    const count = (await json<LinkLine[]>('link', 'list', '--limit', '100')).length;
    const again = await run('link', 'import', file);
    expect(again.out.match(/^line \d+: link \d+ made before/gm)).toHaveLength(3);
    expect((await json<LinkLine[]>('link', 'list', '--limit', '100')).length).toBe(count);
    writeFileSync(file, 'amount,description\n1,x');
    expect((await run('link', 'import', file)).err).toContain('lacks these columns: currency');
  });

  test('a file gives links their short addresses; what is wrong with one is said with its line', async () => {
    const file = join(folder, 'december.csv');
    const head = 'amount,currency,description,email,language';
    writeFileSync(file, [head, '4,EUR,Before,,'].join('\n'));
    expect((await run('link', 'import', file)).out).toMatch(/^line 2: link \d+ made, /);
    const rows = [
      ...['4,EUR,Before,,,', '5,EUR,Shed,,,Shed-Key', '6,EUR,Again,,,shed-key', '7,EUR,Bad,,,not a slug'],
      ...['8,EUR,Token,,,abcdefghijklmnopqrstua', '9,EUR,None,,,'],
    ];
    writeFileSync(file, [`${head},slug`, ...rows].join('\n'));
    const first = await run('link', 'import', file);
    expect(first.code).toBe(1);
    expect(first.out).toMatch(/^line 2: link \d+ made before, /m);
    expect(first.out).toMatch(/^line 3: link \d+ made, http:\S+\/pay\/shed-key$/m);
    expect(first.out).toMatch(/^line 4: refused\. slug: line 3 of this file has this short address\.$/m);
    expect(first.out).toMatch(/^line 5: refused\. .*slug: Use 3 to 64 characters/m);
    expect(first.out).toMatch(/^line 6: refused\. .*slug: This looks like the long address/m);
    expect(first.out).toMatch(/^line 7: link \d+ made, /m);
    const again = await run('link', 'import', file);
    expect(again.out.match(/^line \d+: link \d+ made before/gm)).toHaveLength(3);
    const other = join(folder, 'january.csv');
    writeFileSync(other, [`${head},slug,remark`, '5,EUR,Shed,,,shed-key,x'].join('\n'));
    const taken = await run('link', 'import', other);
    expect(taken.out).toMatch(/^line 2: refused\. .*Another link has this short address/);
    expect(taken.err).toContain('These columns are not known and were left out: remark.');
    expect((await run('link', 'import', '--help')).out).toContain('spare-key');
  });

  test('a token is shown once, listed without its secret, and revoked', async () => {
    const made = await run('token', 'create', '--name', 'Bookkeeping', '--read-only');
    expect(made.out).toMatch(/^pl_[\w-]{43}\n$/);
    const [token] = await json<{ tokenId: number; name: string; readOnly: boolean }[]>('token', 'list');
    expect(token).toMatchObject({ name: 'Bookkeeping', readOnly: true });
    expect((await run('token', 'list')).out).not.toContain(made.out.trim());
    expect((await run('token', 'revoke', String(token!.tokenId))).code).toBe(0);
    expect((await run('token', 'revoke', String(token!.tokenId))).code).toBe(1);
  });

  test('what nobody was there to agree to is not done, and the shell is told so', async () => {
    const asked = await run('detach', '--database', 'mysql://user:word@127.0.0.1:1/shop');
    expect(asked).toMatchObject({ code: 1, out: 'Nothing was removed.\n' });
    expect(asked.err).toContain('--yes answers for them');
  });

  test('everything lies in the folder it was told', () => {
    expect(readdirSync(folder)).toContain('shop.sqlite');
  });
});
