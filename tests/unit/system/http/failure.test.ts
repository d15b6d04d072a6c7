import express, { Router } from 'express';
import { Writable } from 'node:stream';
import { failures } from '../../../../system/http/failure';
import { listen } from '../../../../system/http/server';
import { createLog } from '../../../../system/log';

const TOKEN = 'ctmU1VPOSx7Ni3cG55HDbw';

test.each([`/pay/${TOKEN}`, `/shop/pay/${TOKEN}/new`, `/notify/multisafepay/${TOKEN}`])(
  'an unexpected error at %s is logged with its reference and without the token',
  async (path) => {
    let logged = '';
    const sink = new Writable({ write: (chunk, _encoding, done) => ((logged += String(chunk)), done()) });
    const mounted = path.startsWith('/notify') ? '/notify' : path.slice(0, path.indexOf('/pay') + 4);
    const router = Router();
    router.use(mounted, () => {
      throw new Error('broken');
    });
    // As the rooms do it: the handler lies below their own address, which Express then takes off the path.
    router.use(
      mounted,
      failures(createLog('error', sink), (failure, _request, response) => response.json(failure)),
    );
    const { port, close } = await listen(express().use(router), 0, '127.0.0.1');
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    await close();
    const { reference } = (await answer.json()) as { reference: string };
    expect(answer.status).toBe(500);
    expect(logged).toContain(reference);
    expect(logged).toContain(mounted);
    expect(logged).not.toContain(TOKEN);
  },
);

test('an error in the middle of an answer cuts it short, and is logged like every other', async () => {
  let logged = '';
  const sink = new Writable({ write: (chunk, _encoding, done) => ((logged += String(chunk)), done()) });
  const app = express();
  const broken = new Error('insert into `oc_customer` values (`ann@shop.example`) - no space left');
  app.get('/export', (_request, response, next) => void response.write('half', () => next(broken)));
  app.use(failures(createLog('error', sink), (failure, _request, response) => response.json(failure)));
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { port, close } = await listen(app, 0, '127.0.0.1');
  const answer = await fetch(`http://127.0.0.1:${port}/export`);
  await expect(answer.text()).rejects.toThrow('terminated');
  await close();
  expect(logged).toContain('no space left');
  expect(logged).not.toContain('ann@shop.example');
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
});
