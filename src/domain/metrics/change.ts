import type { Estimate } from '../estimate.ts';
import { mover } from '../statistics/mover.ts';
import type { MetricName, TrendMetrics } from './trends.ts';

const METHOD = 'difference of windows, intervals combined (Newcombe for shares) 95 %';

/** Each metric of `now` minus that of `before`, where both have a value. */
export const changeOf = (now: TrendMetrics, before: TrendMetrics): Partial<Record<MetricName, Estimate>> => {
  const names = Object.keys(now) as MetricName[];
  const differences = names
    .map((name) => [name, mover(now[name], before[name], METHOD)] as const)
    .filter(([, difference]) => difference.value !== null);
  return Object.fromEntries(differences);
};
