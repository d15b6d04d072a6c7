import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const ROOMS = ['system', 'extension', 'admin', 'catalog', 'language', 'install', 'bench', 'tests'];

export interface Source {
  /** From the project's root: `system/money.ts`. */
  readonly file: string;
  readonly text: string;
  readonly lines: number;
}

/** The project's own files with one of the endings, data modules left out. */
export function sources(endings: readonly string[], rooms: readonly string[] = ROOMS): Source[] {
  const files = rooms === ROOMS ? ['main.ts', ...rooms.flatMap(filesBelow)] : rooms.flatMap(filesBelow);
  return files
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return { file, text, lines: text.split('\n').length - 1 };
    });
}

function filesBelow(room: string): string[] {
  return readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}
