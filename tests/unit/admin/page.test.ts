import express, { type NextFunction, type Request, type Response } from 'express';
import { page } from '../../../admin/page';
import { stream } from '../../../system/http/answer';
import { failures } from '../../../system/http/failure';
import { listen } from '../../../system/http/server';
import { startAdmin, type AdminRoom } from '../../support/admin_app';

let room: AdminRoom;
beforeAll(async () => (room = await startAdmin()));
afterAll(() => room.close());

test('a download that fails before its first byte is an error page, and no rejection that ends the process', async () => {
  const { app } = room;
  const userId = 1;
  const user = await app.users.find(app.db, userId);
  const failing = page(app, 'sale/payment_link', 'access', () =>
    stream(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('no database');
    }),
  );
  const site = express();
  site.use((request: Request, _response: Response, next: NextFunction) => {
    Object.assign(request, { session: { userId, credential: user?.credential } });
    next();
  });
  site.get('/admin/export', failing);
  site.use(failures(app.log, ({ message }, _request, response) => response.send(message)));
  const { port, close } = await listen(site, 0, '127.0.0.1');
  const answer = await fetch(`http://127.0.0.1:${port}/admin/export`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe('Something went wrong here.');
  await close();
});
