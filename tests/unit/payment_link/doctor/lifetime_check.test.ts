import { lifetimeFindings } from '../../../../extension/payment_link/doctor/lifetime_check';
import { sayOf } from '../../../../extension/payment_link/doctor/finding';
import { readGatewaySettings } from '../../../../extension/payment_link/gateways/gateway_settings';
import { readLinkSettings } from '../../../../extension/payment_link/setting/link_settings';
import { methodLifeMs } from '../../../../extension/multisafepay/methods';
import { settingsCheck } from '../../../../language/en-gb/tool/settings_check';
import { FakeProvider } from '../../../support/fake_gateway';

const provider = Object.assign(new FakeProvider(), { methodLifeMs });
const PAYPAL = { id: 'PAYPAL', name: 'PayPal' };
const IDEAL = { id: 'IDEAL', name: 'iDEAL' };

function look(values: object, links: object = {}, offered = [IDEAL]): string[] {
  const settings = readGatewaySettings({ days_active: 30, unit_lifetime_payment_link: 'days', ...values });
  const enabled = { store: { storeId: 0, name: '' }, provider, values: {}, settings };
  const say = sayOf('lifetime', settingsCheck);
  const found = lifetimeFindings(enabled, offered, readLinkSettings({ ...links }), { locale: 'en-GB', say });
  return found.map(({ level, text }) => `${level}: ${text}`);
}

test('thirty days fit every method that has no limit of its own', () => {
  expect(look({})).toEqual(['ok: Links of FakePay live 30 days, within the limits of the methods offered.']);
});

test('PayPal lives fourteen days at most, and only matters where it is offered by itself', () => {
  expect(look({}, {}, [IDEAL, PAYPAL])).toEqual([
    'warning: Links of FakePay live 30 days, but with PayPal they live 14 days at most.',
  ]);
  expect(look({ days_active: 14 }, {}, [PAYPAL])[0]).toMatch(/^ok/);
});

test('Second Chance needs two days, and reminders twice over are said', () => {
  const short = { days_active: 36, unit_lifetime_payment_link: 'hours', second_chance: true };
  expect(look(short)).toEqual([
    'warning: Links of FakePay live 36 hours; the second mail of Second Chance comes after a day.',
  ]);
  expect(look({ second_chance: true }, { reminders: true, reminder_hours_after: '24' })[0]).toContain(
    'Second Chance and the reminders of the shop are both on',
  );
});

test('a reminder that comes after the end is never sent', () => {
  const links = { reminders: true, reminder_hours_after: '24, 72' };
  expect(look({ days_active: 2 }, links)).toEqual([
    'warning: Links of FakePay live 2 days; the reminder after 72 hours is never sent.',
  ]);
});
