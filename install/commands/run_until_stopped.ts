import { start, type Program, type StartOptions } from '../../main';
import { readConfig, type Config } from '../../system/config';
import { createLog, type Log } from '../../system/log';
import { complain } from './terminal';

/** Ctrl+C in a terminal reaches npm and the program, and npm passes it on: within this it is one press. */
const ONE_PRESS_MS = 1000;
/** As shells say it: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/**
 * Starts, greets, and ends with the process's signals: 0 when everything could be put down in order. A signal that
 * comes while it starts is heeded as soon as there is something to put down; whoever does not want to wait for that
 * sends a second one. Nothing is lost by it: what was under way is taken up again as after a power cut.
 */
export async function runUntilStopped(
  roles: Pick<StartOptions, 'serve' | 'work'>,
  greet: (config: Config, program: Program) => void,
): Promise<void> {
  const signalled = firstSignal();
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  dieTold(log);
  const program = await start(config, { ...roles, log });
  greet(config, program);
  void signalled.then(() => stop(program));
}

function firstSignal(): Promise<void> {
  let first: number | null = null;
  return new Promise((resolve) => {
    const heed = (): void => {
      first ??= performance.now();
      if (performance.now() - first > ONE_PRESS_MS) process.exit(INTERRUPTED);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, heed);
  });
}

/** What nobody caught ends the process, as a state that nobody knows; the log tells it without the values in it. */
export function dieTold(log: Log): void {
  process.once('uncaughtException', (failed) => {
    log.fatal({ err: failed }, 'an error that nobody expected ends the process');
    process.exit(1);
  });
}

async function stop(program: Program): Promise<void> {
  try {
    await program.stop();
    process.exit(0);
  } catch (failed) {
    complain(failed);
    process.exit(1);
  }
}
