import { Router } from 'express';
import type { Catalog } from './catalog';
import { apiRoutes } from './controller/api/api';
import { notifyRoutes } from './controller/notify';
import { payRoutes } from './controller/pay';
import { messagePagesOrText } from './pay/pay_message';
import { selfCheckRoutes } from './controller/self_check';

/** The customer's and the provider's pages, to be mounted at the base path. */
export function catalogApp(app: Catalog): Router {
  const router = Router();
  router.use(selfCheckRoutes(app));
  router.use(notifyRoutes(app));
  router.use(payRoutes(app));
  router.use(apiRoutes(app));
  return router;
}

/** For addresses that lead nowhere, and errors that no other part answers. */
export function catalogErrors(app: Catalog): ReturnType<typeof messagePagesOrText> {
  return messagePagesOrText(app);
}
