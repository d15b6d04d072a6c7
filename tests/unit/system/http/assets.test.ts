import express from 'express';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAssets } from '../../../../system/http/assets';
import { PROJECT_ROOT } from '../../../../system/project_root';

const PARTS = ['look', 'parts'].map((name) => `admin/view/stylesheet/${name}.css`);

async function answerOf(href: string, assets: ReturnType<typeof createAssets>): Promise<Response> {
  const server = express().use(assets.router).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  try {
    return await fetch(`http://127.0.0.1:${port}${href}`);
  } finally {
    server.close();
  }
}

test('several files go as one, in their order, kept by browsers for ever under an address of their own', async () => {
  const assets = createAssets({ 'all.css': PARTS, 'one.css': PARTS[0] ?? '' }, '');
  expect(assets.href('all.css')).not.toBe(assets.href('one.css').replace('one', 'all'));
  const answer = await answerOf(assets.href('all.css'), assets);
  expect(answer.headers.get('content-type')).toContain('text/css');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(await answer.text()).toBe(PARTS.map((part) => readFileSync(join(PROJECT_ROOT, part), 'utf8')).join(''));
});
