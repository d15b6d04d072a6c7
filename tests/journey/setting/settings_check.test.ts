import { findingLines, hasProblem } from '../../../install/doctor';
import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { startProgram, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const look = async () => textOf((await shop.get('/admin/tool/settings_check')).html);

test('on the demo shop all is well but what a demo is, each with what to do', async () => {
  const page = await look();
  for (const words of [
    'MultiSafepay accepts this test key',
    'The clock of this server and that of MultiSafepay agree',
    'The program reaches itself at http://localhost:',
    'asks for a link in the status "Payment Request", to which no payment leads.',
    'Stock is reserved while a link lives.',
    'answers and lets us in.',
    'Jobs are done as they come.',
    'The database is of this version.',
    'This is the demo: payments go to the sandbox, mails to the mailbox. What to do: For a real shop',
    'The user admin has a password that everybody tries first. What to do: Choose another one under System → Users.',
  ]) {
    expect(page).toContain(words);
  }
  expect(page).not.toContain('Problem');
});

test('the command line tells the same, what needs somebody first', async () => {
  const findings = await shop.program.doctor('en-gb');
  const lines = findingLines(findings, 'en-gb');
  expect(lines[0]).toBe('! Warning  Shop: This is the demo: payments go to the sandbox, mails to the mailbox.');
  expect(lines.at(-1)).toMatch(/^✓ OK {2}/);
  expect(hasProblem(findings)).toBe(false);
});

test('a status that was taken for something else since is a problem with its remedy', async () => {
  await shop
    .db(t(shop.db, 'setting'))
    .where({ key: 'payment_multisafepay_order_status_id_initialize_payment_request' })
    .update({ value: '7' });
  const page = await look();
  expect(page).toContain('1 problem');
  expect(page).toMatch(/Problem MultiSafepay, Payment Request: This order status is also one that a payment leads to/);
  expect(page).toContain('What to do: Change it under Extensions → Payments → MultiSafepay.');
});
