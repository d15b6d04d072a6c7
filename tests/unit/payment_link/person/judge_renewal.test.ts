import { cancelLink, renewLink } from '../../../../extension/payment_link/person/person_actions';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

const ANN = { name: 'ann', ip: null };

describe('a single renewal', () => {
  let world: LinkWorld;
  let link: Link;
  let orderId: number;
  beforeEach(async () => {
    world = await linkWorld();
    ({ orderId, link } = await world.activeLink());
  });
  afterEach(() => world.destroy());

  const renew = (linkId = link.linkId) => renewLink(world.context, linkId, ANN, { mail: true });

  test.each<[string, () => unknown, string]>([
    ['no key is set', () => (world.settings['api_key'] = ''), 'link_no_key'],
    ['nothing is left to pay', () => world.book.change(world.db, orderId, { total: '0.0000' }), 'link_nothing_to_pay'],
    [
      'its currency cannot be charged',
      () => world.book.change(world.db, orderId, { currencyCode: 'JPY' }),
      'link_other_currency',
    ],
  ])('is refused when %s, before the link in the customer’s hands is closed', async (_why, change, code) => {
    await change();
    await expect(renew()).rejects.toMatchObject({ code });
    await world.drain();
    expect(await world.links(orderId)).toMatchObject([{ state: 'active' }]);
  });

  test('of an attempt that gave way names the newer one', async () => {
    await renew();
    await world.drain();
    await expect(renew()).rejects.toMatchObject({ code: 'link_gave_way' });
    expect(await world.links(orderId)).toHaveLength(2);
  });

  test('brings a cancelled link back', async () => {
    await cancelLink(world.context, link.linkId, ANN);
    await world.drain();
    await renew();
    await world.drain();
    expect((await world.links(orderId)).map(({ state }) => state)).toEqual(['cancelled', 'active']);
  });
});
