import { start, type Program, type StartOptions } from '../../main';
import { readConfig, type Config } from '../../system/config';
import { complain } from './terminal';

/**
 * Starts, greets, and ends with the process's signals: 0 when everything could be put down in order. A signal that
 * comes while it starts is heeded as soon as there is something to put down.
 */
export async function runUntilStopped(
  roles: Pick<StartOptions, 'serve' | 'work'>,
  greet: (config: Config, program: Program) => void,
): Promise<void> {
  const signalled = firstSignal();
  const config = readConfig(process.env);
  const program = await start(config, roles);
  greet(config, program);
  void signalled.then(() => stop(program));
}

function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
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
