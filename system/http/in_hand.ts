import type { NextFunction, Request, Response } from 'express';

export interface InHand {
  /** Counts a request from its arrival to the end of its answer; streams of news are nobody's wait. */
  count(request: Request, response: Response, next: NextFunction): void;
  /** Whether so many people are waiting for an answer that other work had better wait for them. */
  crowded(): boolean;
}

/** Answers that share a commit go out together, and whoever got one is back in a moment. */
const LINGERS_MS = 50;

/** `whenQuiet` is called when it has not been crowded for a moment. */
export function requestsInHand(crowd: number, whenQuiet: () => void): InHand {
  let waiting = 0;
  let lingering: NodeJS.Timeout | null = null;
  const thinOut = (): void => {
    if (lingering) clearTimeout(lingering);
    lingering = setTimeout(() => {
      lingering = null;
      if (waiting < crowd) whenQuiet();
    }, LINGERS_MS);
  };
  return {
    count(request, response, next) {
      if (request.headers.accept !== 'text/event-stream') {
        waiting++;
        response.once('close', () => {
          if (waiting-- === crowd) thinOut();
        });
      }
      next();
    },
    crowded: () => waiting >= crowd || lingering !== null,
  };
}
