import type { Request } from 'express';
import { hostFromHere, isFromThisMachine } from '../../../system/http/client_address';

const request = (remoteAddress: string, ip: string, localAddress = '192.0.2.2'): Request =>
  ({ socket: { remoteAddress, localAddress }, ip }) as unknown as Request;

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
