import type { Time } from '../../domain/ids.ts';
import type { Trends } from '../../domain/metrics/trends.ts';
import type { HealthReport } from '../../use-cases/examine-health.ts';
import { interventionTrends } from '../../use-cases/intervention-trends.ts';
import type { Caller, Services } from '../../use-cases/services.ts';
import { freshFor } from '../fresh-for.ts';

const TRENDS_MS = 60_000;
const HEALTH_MS = 300_000;

/** What takes long to find out, kept for a while: the pages say of when it is. */
export interface Costly {
  trends(services: Services, project: string, since: string): Promise<Trends>;
  /** What is kept, if anything. Where it is old, or `anew`, an examination begins: nobody waits for it. */
  health(services: Services, anew: boolean): { readonly kept: Examined | null; readonly underWay: boolean };
}

export type Examined = HealthReport & { readonly at: Time };

export const costly = (examine: () => Promise<HealthReport>): Costly => {
  let opened: Services | null = null;
  const services = (): Services => {
    if (opened === null) throw new Error('asked before there was a store');
    return opened;
  };
  const trends = freshFor(TRENDS_MS, (key) => {
    const [project = '', since = ''] = JSON.parse(key) as string[];
    const bucket = since === '365d' ? 'month' : 'week';
    return interventionTrends(services(), reader(project), { since, bucket, chart: true });
  });
  const health = { kept: null as Examined | null, keptAt: 0, underWay: false };
  const begin = async (): Promise<void> => {
    health.underWay = true;
    try {
      health.kept = { ...(await examine()), at: services().clock.now() };
      health.keptAt = performance.now();
    } catch {
      // The page goes on saying that it is being examined, and the next one begins anew.
    } finally {
      health.underWay = false;
    }
  };
  return {
    trends: (given, project, since) => {
      opened = given;
      return trends(JSON.stringify([project, since]));
    },
    health: (given, anew) => {
      opened = given;
      const fresh = health.kept !== null && performance.now() - health.keptAt < HEALTH_MS;
      if (!health.underWay && (anew || !fresh)) void begin();
      return { kept: health.kept, underWay: health.underWay };
    },
  };
};

/** Whoever asks was let into the project before. */
const reader = (project: string): Caller => ({
  principal: { name: 'console', kind: 'person', roles: [], projects: [project], solo: false },
  project,
  known: new Set([project]),
});
