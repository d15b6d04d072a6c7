import type { NextFunction, Request, Response } from 'express';

/**
 * A proxy may hand addresses on as they are or without the base path (`location /links/ { proxy_pass http://…:3000/; }`):
 * both are the same here. `base`: `/payment-links`.
 */
export function belowBase(base: string) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!isBelow(request.url, base)) {
      request.url = `${base}${request.url}`;
      request.originalUrl = request.url;
    }
    next();
  };
}

function isBelow(url: string, base: string): boolean {
  return url.startsWith(base) && ['', '/', '?'].includes(url.charAt(base.length));
}
