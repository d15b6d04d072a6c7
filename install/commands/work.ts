import type { Command } from 'commander';
import type { Program } from '../../main';
import { looksLikeCopy } from '../outward';
import { runUntilStopped } from './run_until_stopped';
import { hint, say } from './terminal';
import { withProgram } from './with_program';

export function addWork(program: Command): void {
  program
    .command('work')
    .summary('run jobs only')
    .description('Runs the jobs without answering HTTP. Several may work on one MySQL or MariaDB database.')
    .option('--once', 'run what is due, then exit')
    .addHelpText('after', '\nExamples:\n  payment-links work\n  payment-links work --once   (from cron, or in tests)')
    .action((options: { once?: boolean }) =>
      options.once === true
        ? workOnce()
        : runUntilStopped({ serve: false, work: true }, () => hint('Working. Stops on SIGTERM and SIGINT.')),
    );
}

async function workOnce(): Promise<void> {
  await withProgram(async (program) => {
    const ran = await runDueJobs(program);
    say(ran === 1 ? '1 job was run.' : `${ran} jobs were run.`);
  });
}

/** @throws AppError `looks_like_copy`, having run nothing */
export async function runDueJobs({ held, worker }: Pick<Program, 'held' | 'worker'>): Promise<number> {
  const why = await held();
  if (why.length > 0) throw looksLikeCopy({ values: { why: why.join('; ') } });
  return worker.drain();
}
