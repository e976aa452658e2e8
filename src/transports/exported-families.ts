import type { MetricFamily } from '../domain/telemetry/metric-family.ts';
import { collectCounts, collectEstimates } from '../use-cases/collect-metrics.ts';
import type { Services } from '../use-cases/services.ts';
import { freshFor } from './fresh-for.ts';

const COUNTS_MS = 10_000;
const ESTIMATES_MS = 300_000;

/** Everything that is exported; estimates are computed every five minutes at most. */
export const exportedFamilies = (
  services: () => Promise<Services>,
): ((projects: '*' | readonly string[]) => Promise<MetricFamily[]>) => {
  const read = (key: string): '*' | readonly string[] => JSON.parse(key) as '*' | readonly string[];
  const counts = freshFor(COUNTS_MS, async (key) => collectCounts(await services(), read(key)));
  const estimates = freshFor(ESTIMATES_MS, async (key) => collectEstimates(await services(), read(key)));
  return async (projects) => {
    const key = JSON.stringify(projects);
    return [...(await counts(key)), ...(await estimates(key))];
  };
};
