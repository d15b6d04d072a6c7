import { stderr } from 'node:process';
import { start, type Program } from '../../main';
import { readConfig, type Config } from '../../system/config';
import { createLog } from '../../system/log';
import { passwordFile } from '../password_file';
import { hint } from './terminal';

/** Who acts when a command does, in the journal. */
export const BY_COMMAND = { name: 'command line', ip: null } as const;

/** Commands are short: only what goes wrong is worth a line, and never among the answers on stdout. */
export const commandLog = () => createLog('error', stderr);

/** Everything but its doors: neither answers HTTP nor runs jobs. Jobs are left to whoever works on the same database. */
export async function withProgram(work: (program: Program, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const program = await start(config, { serve: false, work: false, log: commandLog() });
  try {
    if (program.generatedPassword !== null) {
      const file = passwordFile(config.dataDir);
      hint(`A new shop was made in ${config.dataDir}; the password of its user admin is in ${file}.`);
    }
    await work(program, config);
  } finally {
    await program.stop();
  }
}
