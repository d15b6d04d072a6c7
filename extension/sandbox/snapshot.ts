import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps a stand-in's memory in one JSON file, so that links made before a restart can still be paid after it. */
export interface Snapshot {
  /** Says that something changed; it is written soon, and at the latest on `flush`. */
  changed(): void;
  flush(): void;
}

/** Long enough to gather a burst, short enough that a crash loses nothing a person noticed. */
const GATHER_MS = 150;

export function readSnapshot(directory: string | undefined, name: string): unknown {
  if (directory === undefined) return null;
  try {
    return JSON.parse(readFileSync(join(directory, name), 'utf8'));
  } catch {
    return null; // no file yet, or one cut short: a stand-in starts empty rather than not at all
  }
}

export function createSnapshot(directory: string | undefined, name: string, data: () => unknown): Snapshot {
  if (directory === undefined) return { changed: () => undefined, flush: () => undefined };
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (!timer) return;
    clearTimeout(timer);
    timer = null;
    mkdirSync(directory, { recursive: true });
    const path = join(directory, name);
    writeFileSync(`${path}.new`, JSON.stringify(data()), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return { changed: () => void (timer ??= setTimeout(flush, GATHER_MS).unref()), flush };
}
