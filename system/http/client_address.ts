import type { NextFunction, Request, Response } from 'express';
import { notFound } from '../errors';

/** The demo's helpers (mailbox, sandbox) answer this machine only. */
export function loopbackOnly(request: Request, _response: Response, next: NextFunction): void {
  next(isFromThisMachine(request) ? undefined : notFound());
}

/** Both the connection and the client that proxies tell of are of this machine, loopback or its own address. */
export function isFromThisMachine(request: Request): boolean {
  const { remoteAddress, localAddress } = request.socket;
  const isOwn = (address: string | undefined): boolean =>
    isLoopback(address) || (address !== undefined && address === localAddress);
  return isOwn(remoteAddress) && isOwn(request.ip);
}

/** Where this machine reaches a server that listens on `host`, as part of a URL. */
export function hostFromHere(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

export function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
