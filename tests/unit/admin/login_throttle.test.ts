import { countsOf, networkOf } from '../../../admin/login_throttle';

test('whoever has one IPv6 address has its whole /64; an IPv4 address counts by itself', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:0DB8:1:2::1')).toBe('2001:db8:1:2');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
});

test('guesses at one name from many addresses, and from one address at many names, count together', () => {
  const keys = (username: string, ip: string) => countsOf({ username, ip, browser: null }).map(({ key }) => key);
  const shared = (one: string[], other: string[]) => one.filter((key) => other.includes(key)).length;
  expect(shared(keys('anna', '192.0.2.1'), keys(' ANNA', '192.0.2.2'))).toBe(1);
  expect(shared(keys('anna', '2001:db8::1'), keys('jan', '2001:db8::2'))).toBe(1);
  expect(shared(keys('anna', '192.0.2.1'), keys('jan', '192.0.2.2'))).toBe(0);
});
