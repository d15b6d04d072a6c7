import { readFileSync, rmSync } from 'node:fs';
import { kill, pid } from 'node:process';

/**
 * Named places at which a test stops the process as a power cut would. Inert unless NODE_ENV is `test` and CRASH_AT
 * names the place, or the file that CRASH_FILE names does (it is removed: one death each), or a test in this process
 * has set a trap.
 */
export function crashPoint(name: string): void {
  trap?.(name);
  if (process.env['NODE_ENV'] !== 'test') return;
  if (process.env['CRASH_AT'] === name || isArmed(process.env['CRASH_FILE'], name)) kill(pid, 'SIGKILL');
}

function isArmed(file: string | undefined, name: string): boolean {
  if (file === undefined) return false;
  try {
    if (readFileSync(file, 'utf8') !== name) return false;
    rmSync(file);
    return true;
  } catch {
    // There is no such file: nobody has armed it, or another process of the test was quicker.
    return false;
  }
}

let trap: ((name: string) => void) | null = null;

/** For tests in one process: the trap throws where the process would have died. Null takes it away. */
export function setCrashTrap(set: ((name: string) => void) | null): void {
  if (process.env['NODE_ENV'] === 'test') trap = set;
}
