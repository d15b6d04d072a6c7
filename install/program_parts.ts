import type { ErrorRequestHandler, Router } from 'express';
import type { Clock } from '../system/clock';
import type { Config } from '../system/config';
import type { Db } from '../system/db/table';
import type { Assets } from '../system/http/assets';
import type { InHand } from '../system/http/in_hand';
import type { Log } from '../system/log';
import type { Worker } from '../system/outbox/worker';
import type { Mailing } from './mail_room';

/** What answers HTTP, as main.ts hands it over. */
export interface ProgramParts {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** Of this process; null when another one works. */
  readonly worker: Worker | null;
  /** Requests of the merchant's pages. */
  readonly inHand: InHand;
  readonly mailing: Mailing;
  readonly assets: Assets;
  readonly admin: Router;
  readonly catalog: Router;
  /** Answers what no part answered. */
  readonly errors: ErrorRequestHandler;
  readonly sandbox: Router | null;
}
