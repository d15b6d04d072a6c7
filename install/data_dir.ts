import { accessSync, constants, mkdirSync } from 'node:fs';
import { defineError, reasonOf } from '../system/errors';

export const dataDirUnusable = defineError(
  'data_dir_unusable',
  500,
  'The folder {folder} cannot be used: {reason}.',
  'Set DATA_DIR to a folder that this user may make and write to.',
);

/** Made when it is not there, for this user alone: it holds customers' data and keys. @throws AppError `data_dir_unusable` */
export function assertDataDir(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (failed) {
    throw dataDirUnusable({ values: { folder, reason: reasonOf(failed) }, cause: failed });
  }
}
