import type { Request, Response } from 'express';
import { hostFromHere, isFromThisMachine, loopbackOnly } from '../../../../system/http/client_address';

type Headers = Readonly<Record<string, string>>;

const request = (remoteAddress: string, ip: string, localAddress = '192.0.2.2', headers: Headers = {}, proxies = 0) =>
  ({
    ...{ socket: { remoteAddress, localAddress }, ip },
    ...{ get: (name: string) => headers[name], app: { get: () => proxies } },
  }) as unknown as Request;

describe('what is this machine', () => {
  test('a connection over loopback, or from the very address it goes to', () => {
    expect(isFromThisMachine(request('127.0.0.1', '127.0.0.1', '127.0.0.1'))).toBe(true);
    expect(isFromThisMachine(request('::ffff:127.0.0.1', '::ffff:127.0.0.1'))).toBe(true);
    expect(isFromThisMachine(request('192.0.2.2', '192.0.2.2'))).toBe(true);
  });

  test('not a neighbour, not one who says that he is here, and not a client of a proxy here', () => {
    expect(isFromThisMachine(request('192.0.2.3', '192.0.2.3'))).toBe(false);
    expect(isFromThisMachine(request('192.0.2.3', '127.0.0.1'))).toBe(false);
    expect(isFromThisMachine(request('127.0.0.1', '192.0.2.3'))).toBe(false);
  });

  test('nobody behind a proxy here that TRUST_PROXY does not count', () => {
    const proxied = (headers: Headers, proxies: number) =>
      isFromThisMachine(request('127.0.0.1', '127.0.0.1', '127.0.0.1', headers, proxies));
    for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']) {
      expect(proxied({ [name]: '127.0.0.1' }, 0)).toBe(false);
      expect(proxied({ [name]: '127.0.0.1' }, 1)).toBe(true);
    }
  });

  test.each([
    ['127.0.0.1:3000', true],
    ['localhost:3000', true],
    ['[::1]:3000', true],
    ['shop.localhost', true],
    ['workstation:3000', true],
    ['rebound.example:3000', false],
    ['127.0.0.1.rebound.example', false],
  ])('the mailbox asked for as %s: %s', (host, answered) => {
    const heard: unknown[] = [];
    const asked = request('127.0.0.1', '127.0.0.1', '127.0.0.1', { host });
    loopbackOnly(asked, {} as Response, (failed?: unknown) => heard.push(failed === undefined));
    expect(heard).toEqual([answered]);
  });

  test('a server on every address is reached over loopback, one on a single address only there', () => {
    expect(['0.0.0.0', '::', '127.0.0.1', '192.0.2.2', '::1'].map(hostFromHere)).toEqual([
      '127.0.0.1',
      '127.0.0.1',
      '127.0.0.1',
      '192.0.2.2',
      '[::1]',
    ]);
  });
});
