import { Router } from 'express';
import { isSelfCheck, SELF_CHECK_ANSWER, SELF_CHECK_PATH } from '../../extension/payment_link/doctor/self_check';
import type { Catalog } from '../catalog';

/** Answers the settings check, which asks this program at its public address. Without a nonce of ours: 404. */
export function selfCheckRoutes({ db, clock }: Pick<Catalog, 'db' | 'clock'>): Router {
  const router = Router();
  router.get(`${SELF_CHECK_PATH}:nonce`, async (request, response) => {
    // Without its database the program cannot know its nonce; that the database is gone is another check's finding.
    const own = await isSelfCheck(db, request.params.nonce, clock.now()).catch(() => false);
    response.set('cache-control', 'no-store').type('text');
    if (own) response.send(SELF_CHECK_ANSWER);
    else response.status(404).send('There is no such page.');
  });
  return router;
}
