import { createHash } from 'node:crypto';
import express, { Router } from 'express';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../project_root';

/** Files that browsers may keep for ever: their addresses hold the hash of their content. */
export interface Assets {
  /** `assets.href('admin.css')` → `/assets/3f2a…/admin.css`, below the base path. */
  href(name: string): string;
  readonly router: Router;
}

/** `files`: the name used in pages → the file, from the project's root or from a package (`npm:bootstrap/dist/…`). */
export function createAssets(files: Readonly<Record<string, string>>, basePath: string): Assets {
  const router = Router();
  const hrefs = new Map<string, string>();
  for (const [name, source] of Object.entries(files)) {
    const file = source.startsWith('npm:') ? require.resolve(source.slice(4)) : join(PROJECT_ROOT, source);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
    const path = `/assets/${hash}/${name}`;
    hrefs.set(name, `${basePath}${path}`);
    // Fonts are named relatively by the stylesheet beside them, so their folder is served with it.
    if (name === 'bootstrap-icons.css') {
      router.use(
        `/assets/${hash}/fonts`,
        express.static(join(dirname(file), 'fonts'), { immutable: true, maxAge: '1y' }),
      );
    }
    router.get(path, (_request, response) =>
      response.sendFile(basename(file), { root: dirname(file), immutable: true, maxAge: '1y', dotfiles: 'allow' }),
    );
  }
  return {
    router,
    href(name) {
      const href = hrefs.get(name);
      if (href === undefined) throw new Error(`no such asset: ${name}`);
      return href;
    },
  };
}
