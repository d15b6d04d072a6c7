import { createHash } from 'node:crypto';
import express, { Router } from 'express';
import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { PROJECT_ROOT } from '../project_root';

/** Files that browsers may keep for ever: their addresses hold the hash of their content. */
export interface Assets {
  /** `assets.href('admin.css')` → `/assets/3f2a…/admin.css`, below the base path. */
  href(name: string): string;
  readonly router: Router;
}

/** The name used in pages → the file, from the project's root or from a package (`npm:bootstrap/dist/…`); or several files that go as one. */
export type AssetFiles = Readonly<Record<string, string | readonly string[]>>;

export function createAssets(files: AssetFiles, basePath: string): Assets {
  const router = Router();
  const hrefs = new Map<string, string>();
  for (const [name, source] of Object.entries(files)) {
    const [file = '', ...rest] = [source].flat().map(placeOf);
    const content = Buffer.concat([file, ...rest].map((one) => readFileSync(one)));
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const path = `/assets/${hash}/${name}`;
    hrefs.set(name, `${basePath}${path}`);
    if (rest.length > 0) {
      router.get(path, (_request, response) => {
        response.set('cache-control', 'public, max-age=31536000, immutable').type(extname(name)).send(content);
      });
      continue;
    }
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

function placeOf(source: string): string {
  return source.startsWith('npm:') ? require.resolve(source.slice(4)) : join(PROJECT_ROOT, source);
}
