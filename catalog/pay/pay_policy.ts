import { Router, type RequestHandler, type Response } from 'express';
import type { Link } from '../../extension/payment_link/link/link_row';
import { securityHeaders } from '../../system/http/security';
import type { Catalog } from '../catalog';

export interface PayPolicies {
  /** For every page below `/pay`: nobody stores it, finds it, or learns its address; its forms lead nowhere else. */
  readonly base: RequestHandler;
  /** Lets the Pay button lead to this link's provider: a redirect after a form counts as the form's target. */
  allowLeaving(response: Response, link: Pick<Link, 'gateway' | 'method' | 'url'>): void;
}

export function payPolicies(app: Catalog): PayPolicies {
  const https = app.config.publicUrl.startsWith('https:');
  const base = Router();
  base.use(securityHeaders({ https }), (_request, response, next) => {
    response.set({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    next();
  });
  return {
    base,
    allowLeaving(response, link) {
      const targets = ["'self'", ...leavingFor(app, link)].join(' ');
      const policy = String(response.getHeader('content-security-policy'));
      response.set('content-security-policy', policy.replace(/form-action [^;]*/, `form-action ${targets}`));
    },
  };
}

/**
 * The provider's pages and, where they are not its usual ones, those of this link. A link for one method may be
 * handed on to that method's bank at once, whose address nobody can know beforehand.
 */
function leavingFor(app: Catalog, link: Pick<Link, 'gateway' | 'method' | 'url'>): string[] {
  const provider = app.links.providers.find(({ code }) => code === link.gateway);
  const own = link.url !== null && URL.canParse(link.url) ? [new URL(link.url).origin] : [];
  return [...(provider?.payPageOrigins ?? []), ...own, ...(link.method === null ? [] : ['https:'])];
}
