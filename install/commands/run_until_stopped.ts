import { start, type Program, type StartOptions } from '../../main';
import { readConfig, type Config } from '../../system/config';
import { complain } from './terminal';

/** Starts, greets, and ends with the process's signals: 0 when everything could be put down in order. */
export async function runUntilStopped(
  roles: Pick<StartOptions, 'serve' | 'work'>,
  greet: (config: Config, program: Program) => void,
): Promise<void> {
  const config = readConfig(process.env);
  const program = await start(config, roles);
  greet(config, program);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop(program);
    });
  }
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
