import type { NextFunction, Request, Response } from 'express';
import { scrub, type Log } from '../log';

/** One line per answer, at the level `debug`: without queries, and without the tokens of customers' addresses. */
export function requestLog(log: Log) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (log.isLevelEnabled('debug')) {
      const { method } = request;
      const path = scrub(request.baseUrl + request.path);
      const begun = process.hrtime.bigint();
      response.once('close', () => {
        const ms = Number((process.hrtime.bigint() - begun) / 1_000_000n);
        log.debug({ method, path, status: response.statusCode, ms, ip: request.ip }, 'answered');
      });
    }
    next();
  };
}
