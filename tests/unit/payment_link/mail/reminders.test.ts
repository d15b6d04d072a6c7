import { recordConsent } from '../../../../extension/payment_link/mail/consents';
import { refreshLink } from '../../../../extension/payment_link/settle/refresh_link';
import { setCrashTrap } from '../../../../system/crash_point';
import { transaction } from '../../../../system/db/transaction';
import { DAY_MS, HOUR_MS } from '../../../../system/clock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('a planned reminder', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
    Object.assign(world.linkSettings, { reminders: true, reminder_hours_after: '24', quiet_from: 0, quiet_to: 0 });
  });
  afterEach(() => {
    setCrashTrap(null);
    return world.destroy();
  });

  const consent = (orderId: number, reminders: boolean) =>
    transaction(world.db, (tx) => recordConsent(tx, { orderId, reminders, recordedBy: 'admin', at: world.now }));
  async function agreed(): Promise<number> {
    const orderId = await world.addOrder();
    await consent(orderId, true);
    await world.drain();
    return orderId;
  }
  const reminders = async (orderId: number) =>
    (await world.mails(orderId)).filter((mail) => mail.startsWith('reminder')).length;

  test('does not go out when the customer has taken the consent back', async () => {
    const [kept, takenBack] = [await agreed(), await agreed()];
    await consent(takenBack, false);
    await world.pass(26 * HOUR_MS);
    expect([await reminders(kept), await reminders(takenBack)]).toEqual([1, 0]);
  });

  test('does not go out while a payment is on its way', async () => {
    const orderId = await agreed();
    world.provider.pay(`${orderId}-1`, 't1', { status: 'pending', method: 'BANKTRANS' });
    await refreshLink(world.context, (await world.link(orderId)).linkId, new AbortController().signal);
    await world.pass(26 * HOUR_MS);
    expect(await reminders(orderId)).toBe(0);
  });

  test('goes out once although its process died after it was queued, and the next one at its own hour', async () => {
    Object.assign(world.linkSettings, { reminder_hours_after: '24, 72' });
    const orderId = await agreed();
    let crashes = 0;
    setCrashTrap((point) => {
      if (point === 'reminder.queued' && crashes++ === 0) throw new Error('killed');
    });
    await world.pass(26 * HOUR_MS);
    expect(crashes).toBeGreaterThan(0);
    expect(await reminders(orderId)).toBe(1);
    await world.pass(2 * DAY_MS);
    expect(await reminders(orderId)).toBe(2);
  });

  test('goes out by hours before the end of the link as well', async () => {
    Object.assign(world.linkSettings, { reminder_hours_after: '', reminder_hours_before: '12' });
    world.settings['days_active'] = 3;
    const orderId = await agreed();
    await world.pass(2 * DAY_MS);
    expect(await reminders(orderId)).toBe(0);
    await world.pass(13 * HOUR_MS);
    expect(await reminders(orderId)).toBe(1);
  });
});
