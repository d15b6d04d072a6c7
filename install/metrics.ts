import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Config } from '../system/config';
import { countJobs } from '../system/outbox/counts';
import { isFromThisMachine } from '../system/http/client_address';
import { notFound } from '../system/errors';
import type { ProgramParts } from './program_parts';

/** Prometheus text for this machine, or for whoever brings METRICS_TOKEN as a bearer token. */
export function metricsRoute(parts: Pick<ProgramParts, 'db' | 'clock' | 'config'>): RequestHandler {
  let metrics: ReturnType<typeof openMetrics> | null = null;
  return async (request, response, next) => {
    if (!mayRead(request, parts.config)) return next(notFound());
    const { registry, jobs } = await (metrics ??= openMetrics());
    for (const [state, count] of Object.entries(await countJobs(parts.db, parts.clock.now())))
      jobs.set({ state }, count);
    response.type(registry.contentType).send(await registry.metrics());
  };
}

/** Measuring begins with the first question: most shops have nothing that asks, and all have a start to wait for. */
async function openMetrics() {
  const { collectDefaultMetrics, Gauge, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  const jobs = new Gauge({
    name: 'payment_links_jobs',
    help: 'Jobs by what they wait for',
    labelNames: ['state'],
    registers: [registry],
  });
  return { registry, jobs };
}

function mayRead(request: Request, config: Config): boolean {
  if (!isBehindUnknownProxy(config) && isFromThisMachine(request)) return true;
  const { metricsToken: token } = config;
  if (token === null) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.get('authorization') ?? ''), digest(`Bearer ${token}`));
}

/** Somebody else speaks https for this program, and may not name its clients: then everybody seems to be here. */
function isBehindUnknownProxy({ publicUrl, trustProxy }: Config): boolean {
  return publicUrl.startsWith('https:') && trustProxy === 0;
}
