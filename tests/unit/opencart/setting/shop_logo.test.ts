import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logos, type Logos } from '../../../../extension/opencart/setting/shop_logo';
import { MINUTE_MS } from '../../../../system/clock';
import type { Log } from '../../../../system/log';

describe("a store's logo", () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(100)]);
  const clock = { time: 0, now: () => clock.time };
  let warned: string[];
  let home: string;
  let shelf: Logos;
  beforeEach(() => {
    warned = [];
    home = mkdtempSync(join(tmpdir(), 'logo-'));
    mkdirSync(join(home, 'image/catalog'), { recursive: true });
    const log = { warn: (_facts: unknown, text: string) => warned.push(text) } as unknown as Log;
    shelf = logos({ folder: join(home, 'image'), clock, log });
  });
  afterEach(() => rmSync(home, { recursive: true }));
  const put = (name: string, content: Buffer | string) => writeFileSync(join(home, name), content);

  test('is the file that the setting names below the image folder, its kind told from its content', async () => {
    put('image/catalog/logo.jpg', png);
    expect(await shelf.of('catalog/logo.jpg')).toEqual({
      ...{ cid: 'shop-logo', filename: 'logo.png', contentType: 'image/png', content: png },
    });
  });

  test('is never read from elsewhere', async () => {
    put('secret.png', png);
    for (const name of ['../secret.png', 'catalog/../../secret.png', join(home, 'secret.png'), '.', 'catalog', '']) {
      expect([name, await shelf.of(name)]).toEqual([name, null]);
    }
    expect(warned).toEqual([]);
  });

  test.each([
    ['a drawing that can run script', '<svg onload="alert(1)"/>'],
    ['a page', '<html>'],
    ['too heavy', Buffer.concat([png, Buffer.alloc(24_000)])],
  ])('that is %s is not shown, and the log says why', async (_what, content) => {
    put('image/logo.png', content);
    expect(await shelf.of('logo.png')).toBeNull();
    expect(warned).toEqual([expect.stringContaining('at most 24 kB')]);
  });

  test('that was replaced is seen within a minute, and asked for once until then', async () => {
    expect(await shelf.of('logo.png')).toBeNull();
    put('image/logo.png', png);
    expect(await shelf.of('logo.png')).toBeNull();
    clock.time += MINUTE_MS;
    expect((await shelf.of('logo.png'))?.content).toEqual(png);
  });
});
