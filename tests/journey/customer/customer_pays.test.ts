import { textOf } from '../../support/agent';
import { commentsOf, customerOf, mailsOf, newestLink, orderWithLink, statusOf } from '../../support/customer';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const COMPLETED = 2;

test('a customer opens the link, pays at the provider, comes back and is told that it is paid', async () => {
  const link = await orderWithLink(shop);
  const customer = customerOf(shop, link);
  const open = textOf((await customer.page()).html);
  expect(open).toContain(`Order ${link.orderId}`);
  expect(open).toContain('Please pay by');
  expect(open).toMatch(/To pay €[\d.,]+ Pay €[\d.,]+/);

  const back = await customer.payThere('complete');
  expect(back).toContain(`/pay/${link.token}/return`);
  const told = await customer.follow(back);
  expect(told.status).toBe(200);
  const text = textOf(told.html);
  expect(text).toContain('Paid – thank you!');
  expect(text).toContain('Paid with iDEAL');
  expect(told.html).not.toContain('class="primary"');

  await until(
    () => mailsOf(shop, link.orderId ?? 0),
    (mails) => mails.includes('paid'),
  );
  expect(await statusOf(shop, link.orderId ?? 0)).toBe(COMPLETED);
  const said = (await commentsOf(shop, link.orderId ?? 0)).filter((comment) => comment.includes('iDEAL'));
  expect(said).toHaveLength(1);
  expect((await newestLink(shop, link)).state).toBe('completed');
  expect(textOf((await customer.page()).html)).toContain('Paid – thank you!');
});
