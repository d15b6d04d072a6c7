import express, { type Express } from 'express';
import type { AddressInfo } from 'node:net';
import { selfCheckRoutes } from '../../../../catalog/controller/self_check';
import { accountCheck } from '../../../../extension/payment_link/doctor/account_check';
import { addressCheck } from '../../../../extension/payment_link/doctor/address_check';
import { clockCheck } from '../../../../extension/payment_link/doctor/clock_check';
import { mailCheck } from '../../../../extension/payment_link/doctor/mail_check';
import { queueCheck } from '../../../../extension/payment_link/doctor/queue_check';
import { runChecks, type Check } from '../../../../extension/payment_link/doctor/run_checks';
import { statusCheck } from '../../../../extension/payment_link/doctor/status_check';
import type { PaymentLinks } from '../../../../extension/payment_link/context';
import { GatewayError, type GatewayProvider } from '../../../../extension/payment_link/gateway';
import { pauseSweep } from '../../../../extension/payment_link/sweep/sweep_pause';
import { multisafepay } from '../../../../extension/multisafepay/manifest';
import { settingsCheck } from '../../../../language/en-gb/tool/settings_check';
import { inLanguage } from '../../../../language/sentences';
import { MINUTE_MS } from '../../../../system/clock';
import { t } from '../../../../system/db/table';
import { smtpMailer } from '../../../../system/mail/smtp';
import { smtpFromUrl } from '../../../../system/mail/smtp_options';
import { putJob } from '../../../../system/outbox/jobs';
import { defaultsOf } from '../../../../system/settings';
import { linkWorld, type LinkWorld } from '../../../support/link_world';
import { smtpSink } from '../../../support/smtp_sink';

let world: LinkWorld;
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => (world = await linkWorld()));
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await world.destroy();
});

const run = async (check: Check): Promise<string[]> =>
  (await runChecks([check], settingsCheck, { timeoutMs: 5000 })).map(({ level, text }) => `${level}: ${text}`);

async function serve(app: Express): Promise<string> {
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const withProvider = (more: Partial<GatewayProvider>): PaymentLinks => ({
  ...world.context,
  providers: [{ ...base(), ...more }],
});
const base = (): GatewayProvider => ({
  code: 'fakepay',
  title: 'FakePay',
  acknowledgement: 'OK',
  payPageOrigins: [],
  open: () => world.provider.open(),
  accountOf: (settings) => world.provider.accountOf(settings),
  refusesCurrency: () => null,
});

describe('accounts', () => {
  const answering = (testConnection: () => Promise<string>) =>
    withProvider({ open: () => ({ ...world.provider.open(), testConnection }) });

  test('a key that works says what the provider answered', async () => {
    const links = answering(() => Promise.resolve('FakePay accepts this test key.'));
    expect(await run(accountCheck(links, settingsCheck))).toEqual(['ok: FakePay accepts this test key.']);
  });

  test('a refused key and a provider that is down are told apart', async () => {
    const refused = answering(() => Promise.reject(new GatewayError('rejected', 'Invalid API key')));
    expect(await run(accountCheck(refused, settingsCheck))).toEqual([
      'problem: FakePay does not take the key of the test account: Invalid API key.',
    ]);
    const down = answering(() => Promise.reject(new GatewayError('unavailable', 'no answer in time')));
    expect(await run(accountCheck(down, settingsCheck))).toEqual([
      'problem: FakePay could not be asked: no answer in time.',
    ]);
  });

  test('no key, no links, and nothing enabled are said', async () => {
    world.settings['api_key'] = '';
    world.settings['generate_payment_links_status'] = false;
    expect(await run(accountCheck(world.context, settingsCheck))).toEqual([
      'problem: FakePay has no key for the test account.',
      'warning: FakePay is enabled, but makes no payment links.',
    ]);
    world.settings['status'] = false;
    expect(await run(accountCheck(world.context, settingsCheck))).toEqual([
      'warning: Payment links are off in every store.',
    ]);
  });
});

describe('the address', () => {
  const at = (publicUrl: string, demo = true) => run(addressCheck({ ...world.context, publicUrl }, demo));

  test('the program knows itself by a nonce of its own database, and leaves none behind', async () => {
    const { db, clock } = world.context;
    const url = await serve(express().use('/shop', selfCheckRoutes({ db, clock })));
    expect(await at(`${url}/shop`)).toEqual([
      expect.stringContaining('ok: Demo: notifications come from the sandbox on this machine'),
      `ok: The program reaches itself at ${url}/shop.`,
    ]);
    expect(await db(t(db, 'payment_link_state')).where('name', 'like', 'self_check%')).toEqual([]);
    expect((await fetch(`${url}/shop/notify/self-check/${'0'.repeat(32)}`)).status).toBe(404);
  });

  test('outside the demo an address of this machine is a problem', async () => {
    expect((await at('http://127.0.0.1:9', false))[0]).toMatch(
      /^problem: PUBLIC_URL is http:\/\/127.0.0.1:9, an address/,
    );
  });

  test('an address without https, which others than this machine are to reach, is a problem', async () => {
    expect((await at('http://shop.invalid', true))[0]).toMatch(
      /^problem: PUBLIC_URL is http:\/\/shop\.invalid, which is not https\./,
    );
  });

  test('another program, a redirect and silence are each named', async () => {
    const app = express();
    app.use('/else', (_request, response) => void response.send('hello'));
    app.use('/moved', (_request, response) => response.redirect(301, 'https://www.shop.test/'));
    const url = await serve(app);
    expect((await at(`${url}/else`))[1]).toBe(`problem: At ${url}/else something else answers (status 200).`);
    expect((await at(`${url}/moved`))[1]).toContain('leads elsewhere, to https://www.shop.test/.');
    expect((await at('http://127.0.0.1:9'))[1]).toMatch(/^problem: Nobody answered at http:\/\/127.0.0.1:9: .+/);
  });
});

describe('the clock', () => {
  test.each([
    [0, 'ok: The clock of this server and that of FakePay agree (difference 0 s).'],
    [5 * MINUTE_MS, 'problem: The clock of this server differs from that of FakePay by 300 s.'],
  ])('%d ms beside the provider’s Date', async (apart, said) => {
    const app = express().use((_request, response) => {
      response
        .set('date', new Date(world.now + apart).toUTCString())
        .status(401)
        .send('who are you?');
    });
    const url = await serve(app);
    expect(await run(clockCheck(withProvider({ apiUrl: () => url })))).toEqual([said]);
  });

  test('nobody answering is no verdict about the clock', async () => {
    const links = withProvider({ apiUrl: () => 'http://127.0.0.1:9' });
    expect(await run(clockCheck(links))).toEqual(['warning: FakePay did not tell its time.']);
  });
});

describe('mail', () => {
  const through = (url: string) => run(mailCheck(world.context, () => Promise.resolve(smtpMailer(smtpFromUrl(url)))));

  test('a server that lets us in, and one that is not there', async () => {
    const sink = await smtpSink();
    closing.push(() => sink.close());
    expect(await through(sink.url)).toEqual([expect.stringMatching(/^ok: The mail server at 127.0.0.1:\d+ answers/)]);
    expect(sink.caught).toEqual([]);
    expect(await through('smtp://127.0.0.1:9')).toEqual([expect.stringMatching(/^problem: The mail server at 127/)]);
  });

  test('what the mail server did, and what helps, is said in the language of the reader', async () => {
    const mailer = () => Promise.resolve(smtpMailer(smtpFromUrl('smtp://127.0.0.1:9')));
    const said = (sentence: string) => inLanguage('nl-nl', sentence);
    const [gone] = await runChecks([mailCheck(world.context, mailer)], settingsCheck, { said });
    expect(gone?.text).toBe('De mailserver op 127.0.0.1:9 was niet te bereiken.');
    expect(gone?.remedy).toMatch(/^Controleer of de mailserver draait/);
  });

  test.each([
    ['shop@example.com', 'warning: Customers get mails from shop@example.com, which is only an example'],
    ['nobody', 'problem: The store has no usable mail address'],
  ])('a store that writes from %s', async (email, said) => {
    const shops = { identityOf: async (id: number) => ({ ...(await world.context.shops.identityOf(id)), email }) };
    const mailer = () => Promise.resolve(smtpMailer(smtpFromUrl('smtp://127.0.0.1:9')));
    const [finding] = await run(mailCheck({ ...world.context, shops }, mailer));
    expect(finding).toMatch(new RegExp(`^${said}`));
  });
});

describe('jobs', () => {
  const now = () => world.now;

  test('what waits too long, was given up, or waits for a person', async () => {
    const { db } = world.context;
    expect(await run(queueCheck(world.context))).toEqual(['ok: Jobs are done as they come.']);
    await putJob(db, { name: 'x', payload: {}, runAt: now() - 10 * MINUTE_MS, now: now() });
    expect(await run(queueCheck(world.context))).toEqual(['problem: A job has been waiting for 10 minutes.']);
    await db(t(db, 'payment_link_outbox')).update({ failed_at: now() });
    await pauseSweep(world.context, [1, 2, 3], now());
    expect(await run(queueCheck(world.context))).toEqual([
      'ok: Jobs are done as they come.',
      'warning: 1 jobs were given up.',
      'problem: 3 orders at once want a link. Nothing is made until a person has decided.',
    ]);
  });
});

describe('order statuses', () => {
  const look = (defaultStatusId = 1) =>
    run(
      statusCheck(withProvider({ code: 'multisafepay', title: 'MultiSafepay' }), {
        extensions: [multisafepay],
        defaultStatusId: () => Promise.resolve(defaultStatusId),
        language: 'en-gb',
      }),
    );
  beforeEach(() => {
    const names = ['Processing', 'Shipped', 'Canceled', 'Refunded', 'Chargeback', 'Expired', 'Payment Request'];
    const statuses = [2, 3, 7, 11, 13, 14, 20].map((statusId, index) => ({ statusId, name: names[index] ?? '' }));
    Object.assign(world.book, { listStatuses: () => Promise.resolve(statuses) });
    Object.assign(world.settings, { ...defaultsOf(multisafepay.settings), ...world.settings, environment: '0' });
  });

  test('a status of its own is fine; the default of new orders is not', async () => {
    expect((await look())[0]).toBe(
      'ok: MultiSafepay asks for a link in the status "Payment Request", to which no payment leads.',
    );
    expect((await look(20))[0]).toMatch(/^warning: New orders get the status "Payment Request" by themselves/);
  });

  test('whether stock is reserved is said either way', async () => {
    expect((await look())[1]).toBe('ok: Stock is not reserved while a link lives.');
    world.book.reserving.push(20);
    expect((await look())[1]).toBe('ok: Stock is reserved while a link lives.');
  });

  test('what changed since the Save is found by the same rules', async () => {
    world.settings['order_status_id_completed'] = 20;
    expect(await look()).toEqual([
      expect.stringMatching(/^problem: MultiSafepay, Payment Request: This order status is also one that a payment/),
    ]);
    world.settings['order_status_id_completed'] = 4711;
    expect(await look()).toEqual([
      'problem: MultiSafepay, Completed: This order status does not exist any more. Choose another one.',
    ]);
  });
});
