import type { Estimate } from '../estimate.ts';
import { clusteredRate, logInterval } from '../statistics/clustered-rate.ts';
import { noEstimate } from '../statistics/interval.ts';
import type { Cohort } from './cohort.ts';

const METHOD = 'mean, t over tasks on the log scale 95 %';

/** M11: tokens put into the context of a task by all its recalls, mean over tasks. Fewer than three tasks have no interval. */
export const tokensPerTask = ({ tasks }: Cohort): Estimate => {
  const n = tasks.length;
  if (n === 0) return noEstimate(METHOD);
  const mean = clusteredRate(tasks.map(({ tokens }) => ({ numerator: tokens, denominator: 1 })));
  if (n < 3) return { value: mean.rate, n, low: null, high: null, method: METHOD };
  const alike = mean.variance === 0;
  const { low, high } = alike ? { low: mean.rate, high: mean.rate } : logInterval(mean);
  return { value: mean.rate, n, low, high, method: METHOD };
};
