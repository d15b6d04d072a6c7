import type { NextFunction, Request, Response } from 'express';
import { isIP } from 'node:net';
import { notFound } from '../errors';

/** The demo's helpers (mailbox, sandbox) answer this machine only, by a name that no foreign page can lead here. */
export function loopbackOnly(request: Request, _response: Response, next: NextFunction): void {
  next(isFromThisMachine(request) && isNameOfHere(request.get('host') ?? '') ? undefined : notFound());
}

/**
 * Both the connection and the client that proxies tell of are of this machine, loopback or its own address. A proxy
 * that nobody told this program of (TRUST_PROXY=0) names its client in vain: who that is cannot be known.
 */
export function isFromThisMachine(request: Request): boolean {
  if (FORWARDED.some((name) => request.get(name) !== undefined) && !trustsProxies(request)) return false;
  const { remoteAddress, localAddress } = request.socket;
  const isOwn = (address: string | undefined): boolean =>
    isLoopback(address) || (address !== undefined && address === localAddress);
  return isOwn(remoteAddress) && isOwn(request.ip);
}

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

function trustsProxies(request: Request): boolean {
  return Number(request.app.get('trust proxy')) > 0;
}

/**
 * An address, or a name without a dot. A name of the public DNS may be pointed at this machine by anybody, whose page
 * would then read here with the browser of whoever sits at it.
 */
function isNameOfHere(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name.startsWith('[') || isIP(name) !== 0 || !name.includes('.') || name.endsWith('.localhost');
}

/** Where this machine reaches a server that listens on `host`, as part of a URL. */
export function hostFromHere(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
