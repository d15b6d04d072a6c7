import { openForCustomer, requestNewLink } from '../../../../extension/payment_link/person/customer_actions';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../system/clock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('what customers do', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  test('Pay leads nowhere once the link’s time is over, although its end is still to be worked on', async () => {
    const { link } = await world.activeLink();
    world.now += 30 * DAY_MS;
    expect(await openForCustomer(world.context, link.token)).toEqual({ kind: 'closed' });
  });

  test('a new link is sent three times a day, not oftener than every ten minutes', async () => {
    world.settings['days_active'] = 300;
    world.settings['unit_lifetime_payment_link'] = 'seconds';
    const { link } = await world.activeLink();
    const answers: string[] = [];
    for (let n = 0; n < 4; n++) {
      await world.pass(11 * MINUTE_MS, MINUTE_MS);
      answers.push(await requestNewLink(world.context, link.token));
      await world.drain();
    }
    expect(answers).toEqual(['on_its_way', 'on_its_way', 'on_its_way', 'too_often']);
    await world.pass(24 * HOUR_MS);
    expect(await requestNewLink(world.context, link.token)).toBe('on_its_way');
  });
});
