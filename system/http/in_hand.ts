import type { NextFunction, Request, Response } from 'express';

export interface InHand {
  /** Counts a request from its arrival to the end of its answer; streams of news are nobody's wait. */
  count(request: Request, response: Response, next: NextFunction): void;
  /** Whether so many people are waiting for an answer that other work had better wait for them. */
  crowded(): boolean;
}

/** `whenQuiet` is called when it is crowded no more. */
export function requestsInHand(crowd: number, whenQuiet: () => void): InHand {
  let waiting = 0;
  return {
    count(request, response, next) {
      if (request.headers.accept !== 'text/event-stream') {
        waiting++;
        response.once('close', () => {
          if (waiting-- === crowd) whenQuiet();
        });
      }
      next();
    },
    crowded: () => waiting >= crowd,
  };
}
