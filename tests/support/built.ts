import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../system/project_root';

let done = false;

/** The path of a file of the built program, which is built when it is not, or when the sources changed. */
export function built(file: string): string {
  if (!done) execFileSync(process.execPath, [join(PROJECT_ROOT, 'install/bin/build.mjs')]);
  done = true;
  return join(PROJECT_ROOT, 'dist', file);
}
