import type { Estimate } from '../estimate.ts';
import { clusterBootstrap } from '../statistics/cluster-bootstrap.ts';
import { noEstimate } from '../statistics/interval.ts';
import type { Cohort } from './cohort.ts';

const METHOD = 'mean, bootstrap over tasks 95 %';

/** M11: tokens put into the context of a task by all its recalls, mean over tasks. One task has no interval. */
export const tokensPerTask = ({ tasks }: Cohort): Estimate => {
  if (tasks.length === 0) return noEstimate(METHOD);
  const clusters = tasks.map(({ tokens }) => ({ numerator: tokens, denominator: 1 }));
  const value = clusters.reduce((sum, cluster) => sum + cluster.numerator, 0) / tasks.length;
  if (tasks.length === 1) return { value, n: 1, low: null, high: null, method: METHOD };
  const { low, high } = clusterBootstrap(clusters);
  return { value, n: tasks.length, low: Math.min(value, low), high: Math.max(value, high), method: METHOD };
};
