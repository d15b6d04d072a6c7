import { runChecks, type Check } from '../../../../extension/payment_link/doctor/run_checks';
import { sayOf } from '../../../../extension/payment_link/doctor/finding';
import { settingsCheck } from '../../../../language/en-gb/tool/settings_check';
import { settingsCheck as dutch } from '../../../../language/nl-nl/tool/settings_check';

const good = (topic: Check['topic']): Check => ({
  topic,
  run: (say) => Promise.resolve([say('ok', 'queue_moves')]),
});

test('a check that throws, or never ends, is a finding itself and spoils no other', async () => {
  const signals: AbortSignal[] = [];
  const hanging: Check = {
    topic: 'address',
    run: (_say, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    },
  };
  const broken: Check = { topic: 'mail', run: () => Promise.reject(new Error('the cable is out')) };
  const findings = await runChecks([good('database'), broken, hanging, good('account')], settingsCheck, {
    timeoutMs: 30,
  });
  expect(findings.map(({ topic, level }) => `${topic} ${level}`)).toEqual([
    'account ok',
    'address problem',
    'mail problem',
    'database ok',
  ]);
  expect(findings.find(({ topic }) => topic === 'mail')?.text).toBe('This could not be checked: the cable is out.');
  expect(signals[0]?.aborted).toBe(true);
});

test('a finding brings its own remedy, the one that was handed over, or none', () => {
  const say = sayOf('queue', settingsCheck);
  expect(say('warning', 'queue_failed', { count: 3 })).toEqual({
    topic: 'queue',
    level: 'warning',
    text: '3 jobs were given up.',
    remedy: 'Look at them under System → Jobs: each says why, and can be tried again.',
  });
  expect(say('problem', 'mail_refused', { store: 'X', reason: 'no' }, 'Do this.').remedy).toBe('Do this.');
  expect(say('ok', 'queue_moves').remedy).toBeNull();
});

test('a remedy in the shop’s settings says whose admin has them', () => {
  const remedy = (texts: typeof settingsCheck) => sayOf('statuses', texts)('warning', 'statuses_default').remedy;
  const place = 'System → Settings → Option → Order Status.';
  const { under_shop: under } = settingsCheck;
  expect(remedy(settingsCheck)).toBe(`Choose another one under ${place}`);
  expect(remedy({ ...settingsCheck, under } as unknown as typeof settingsCheck)).toBe(
    `Choose another one in the shop’s own admin under ${place}`,
  );
});

test('in a shop of one store its name is left out, and sentences begin with a capital', () => {
  const say = sayOf('statuses', settingsCheck);
  expect(say('ok', 'statuses_reserve', { store: '' }).text).toBe('Stock is reserved while a link lives.');
  expect(say('ok', 'statuses_reserve', { store: 'Outlet' }).text).toBe('Outlet: stock is reserved while a link lives.');
});

test('whatever is a problem or a warning has a remedy in every language', () => {
  const saidWell = /_(ok|works|agrees|unknown|reached|demo|fit|fits|fine|moves|current|reserve|told)$/;
  const keys = Object.keys(settingsCheck).filter((key) =>
    /^(check|account|clock|address|statuses|lifetime|mail|queue|database|access|shop)_/.test(key),
  );
  const bare = keys.filter((key) => !key.endsWith('_remedy') && !saidWell.test(key));
  for (const texts of [settingsCheck, dutch]) expect(bare.filter((key) => !(`${key}_remedy` in texts))).toEqual([]);
  expect(bare.length).toBeGreaterThan(20);
});
