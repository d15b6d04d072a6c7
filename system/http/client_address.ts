import type { NextFunction, Request, Response } from 'express';
import { notFound } from '../errors';

/** The demo's helpers (mailbox, sandbox) and /metrics answer this machine only. */
export function loopbackOnly(request: Request, _response: Response, next: NextFunction): void {
  next(isLoopback(request.socket.remoteAddress) && isLoopback(request.ip) ? undefined : notFound());
}

export function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
