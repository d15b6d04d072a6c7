import { dismissFlags, flagLink } from '../../../../extension/payment_link/journal/flag_link';
import { putRefresh } from '../../../../extension/payment_link/jobs';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { listPayments } from '../../../../extension/payment_link/settle/payments';
import type { Person } from '../../../../extension/payment_link/journal/person';
import {
  cancelLink,
  markPaidOtherwise,
  renewLink,
  resendLink,
} from '../../../../extension/payment_link/person/person_actions';
import { askRefund } from '../../../../extension/payment_link/refund/refund';
import { resolveRefund } from '../../../../extension/payment_link/refund/refund_job';
import { listRefunds } from '../../../../extension/payment_link/refund/refunds';
import { HOUR_MS, MINUTE_MS } from '../../../../system/clock';
import { setCrashTrap } from '../../../../system/crash_point';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { money } from '../../../../system/money';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

const pressing = (token: string): Person => ({ name: 'ann', ip: '192.0.2.7', press: { token, userId: 1 } });

interface Act {
  /** What it leaves in the journal. */
  readonly event: string;
  press(world: LinkWorld, link: Link, person: Person): Promise<unknown>;
  /** What must have happened before. */
  before?(world: LinkWorld, link: Link): Promise<void>;
}

const paid = async (world: LinkWorld, link: Link) => {
  world.provider.pay(link.reference, 't1');
  await putRefresh(world.db, link.linkId, world.now, world.now);
  await world.drain();
};
const refunding = async (world: LinkWorld, link: Link, pressKey: string, person: Person) => {
  const paymentId = (await listPayments(world.db, link.linkId))[0]?.paymentId ?? 0;
  return askRefund(world.context, { paymentId, amount: money(1000, 'EUR'), lines: [], reason: '', pressKey }, person);
};

const ACTS: readonly Act[] = [
  { event: 'link.cancel_asked', press: ({ context }, { linkId }, person) => cancelLink(context, linkId, person) },
  {
    event: 'link.renewed',
    press: ({ context }, { linkId }, person) => renewLink(context, linkId, person, { mail: false }),
  },
  {
    event: 'link.extended',
    press: ({ context }, { linkId }, person) =>
      renewLink(context, linkId, person, { mail: false, lifetimeSeconds: 60 }),
  },
  { event: 'link.resent', press: ({ context }, { linkId }, person) => resendLink(context, linkId, person, {}) },
  {
    event: 'link.paid_otherwise',
    press: ({ context }, { linkId }, person) => markPaidOtherwise(context, linkId, person, 2),
  },
  {
    event: 'link.flags_dismissed',
    before: (world, link) => transaction(world.db, (tx) => flagLink(world.context, tx, link, ['oversold'])),
    press: ({ context }, link, person) => dismissFlags(context, { ...link, flags: ['oversold'] }, person),
  },
  { event: 'refund.asked', before: paid, press: (world, link, person) => refunding(world, link, 'other', person) },
  {
    event: 'refund.resolved',
    async before(world, link) {
      await paid(world, link);
      world.provider.faults = ['lost_before'];
      await refunding(world, link, 'lost', { name: 'bob', ip: null });
      await world.pass(5 * HOUR_MS, 10 * MINUTE_MS);
    },
    async press(world, link, person) {
      const [refund] = await listRefunds(world.db, link.linkId);
      return resolveRefund(world.context, refund?.refundId ?? 0, true, person);
    },
  },
];

describe.each(ACTS)('a press that leaves $event', ({ event, press, before }) => {
  let world: LinkWorld;
  let link: Link;
  let orderId: number;
  beforeEach(async () => {
    world = await linkWorld();
    ({ orderId, link } = await world.activeLink());
    await before?.(world, link);
  });
  afterEach(() => {
    setCrashTrap(null);
    return world.destroy();
  });

  const times = async () => (await world.journal(orderId)).filter((one) => one === event).length;

  test('is taken once, however often the form is sent, and notes who and from where', async () => {
    await press(world, link, pressing('one'));
    await expect(press(world, link, pressing('one'))).rejects.toMatchObject({ code: 'pressed_before' });
    expect(await times()).toBe(1);
    const row: unknown = await world.db(t(world.db, 'payment_link_journal')).where({ event }).first();
    expect(row).toMatchObject({ actor: 'ann', ip: '192.0.2.7' });
  });

  test('that a crash undoes can be sent again: the token went with the act', async () => {
    let cuts = 0;
    setCrashTrap((place) => {
      if (place === 'press.acted' && cuts++ === 0) throw new Error('power cut');
    });
    await expect(press(world, link, pressing('one'))).rejects.toThrow('power cut');
    expect(await times()).toBe(0);
    await press(world, link, pressing('one'));
    expect([cuts, await times()]).toEqual([2, 1]);
  });
});

test('a press that is refused is not taken', async () => {
  const world = await linkWorld();
  try {
    const { link } = await world.activeLink();
    const person = pressing('one');
    await expect(resendLink(world.context, link.linkId, person, { recipient: 'nobody' })).rejects.toMatchObject({
      code: 'no_mail_address',
    });
    await resendLink(world.context, link.linkId, person, { recipient: 'somebody@customer.example' });
  } finally {
    await world.destroy();
  }
});
