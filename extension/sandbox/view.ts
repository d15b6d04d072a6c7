import { join } from 'node:path';
import { renderFile } from 'ejs';
import type { Response } from 'express';
import { PROJECT_ROOT } from '../../system/project_root';

const views = join(PROJECT_ROOT, 'extension', 'sandbox');

/** Absolute path of a file below `extension/sandbox`. */
export function viewPath(name: string): string {
  return join(views, name);
}

/** Nothing runs on these pages, and they may send the buyer back to any shop, so `form-action` is left open. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

export async function sendPage(response: Response, name: string, page: object, status = 200): Promise<void> {
  const html = await renderFile(viewPath(name), { page }, { cache: true });
  response
    .status(status)
    .set('Content-Security-Policy', POLICY)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(html);
}
