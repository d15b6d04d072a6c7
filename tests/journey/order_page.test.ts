import { textOf } from '../support/agent';
import { enterOrder } from '../support/enter_order';
import { startProgram, until, type ProgramRoom } from '../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const page = (orderId: number) => shop.get(`/admin/sale/order/info?order_id=${orderId}`);
const pageSaying = (orderId: number, words: string) =>
  until(
    () => page(orderId),
    (answer) => textOf(answer.html).includes(words),
  );

test('an order that was just saved shows its link a moment later, with address, mail and timeline', async () => {
  const orderId = await enterOrder(shop);
  const answer = await pageSaying(orderId, 'to jan@customer.example');
  const text = textOf(answer.html);
  expect(answer.html).toMatch(
    /value="http:\/\/127\.0\.0\.1:\d+\/pay\/[\w-]{16,}"|value="http:\/\/localhost:\d+\/pay\/[\w-]{16,}"/,
  );
  for (const words of ['Awaiting payment', 'Copy payment link', 'Expires in 29 days', 'The payment link was made.']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('Jan de Vries');
  for (const panel of ['Order details', 'History', 'Payment link']) expect(text).toContain(panel);
});
