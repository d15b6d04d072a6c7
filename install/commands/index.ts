import type { Command } from 'commander';
import { addAttach } from './attach';
import { addDetach } from './detach';
import { addDemo } from './demo';
import { addDoctor } from './doctor';
import { addLink } from './link';
import { addMigrate } from './migrate';
import { addServe } from './serve';
import { addSetting } from './setting';
import { addToken } from './token';
import { addWork } from './work';

/** Every command, in the order in which the help lists them. Each file adds its own to the program it is given. */
export const COMMANDS: readonly ((program: Command) => void)[] = [
  addServe,
  addWork,
  addAttach,
  addDetach,
  addDoctor,
  addMigrate,
  addDemo,
  addSetting,
  addLink,
  addToken,
];
