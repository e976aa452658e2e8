import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { type CusumDesign, cusumThreshold, smallestThreshold } from './cusum.ts';

/** A share that was counted, and is off by chance. */
export interface CountedShare {
  readonly hits: number;
  readonly n: number;
}

const STATES = 300;
/** What the true share may be is looked at in so many places of equal chance. */
const PLACES = 15;
/** Beyond it no alarm comes in 300 tasks, whatever becomes of them. */
const LARGEST_THRESHOLD = 68;
/** Long baselines need little more than a known share. */
const FIRST_STEP = 1;

/** True shares that give such a count, each as likely as the other: the posterior of Jeffreys. */
const possibleShares = ({ hits, n }: CountedShare): number[] =>
  Array.from({ length: PLACES }, (_, place) => betaQuantile((place + 0.5) / PLACES, hits + 0.5, n - hits + 0.5));

/** Below this no mass is followed any farther: all of them together are less than a thousandth of the budget. */
const NO_MASS = 1e-9;

const add = (masses: Float64Array, state: number, mass: number): void => {
  masses[state] = (masses[state] ?? 0) + mass;
};
const total = (masses: Float64Array): number => masses.reduce((sum, mass) => sum + mass, 0);

/**
 * Chance of an alarm within `runs` when failures have the share `share`, whatever the watch was designed for. A step between
 * two states of the grid goes to both, so that the statistic climbs as it does without a grid.
 */
const alarmChance = ({ failure, success }: CusumDesign, threshold: number, runs: number, share: number): number => {
  const [up, down] = [(failure * STATES) / threshold, (-success * STATES) / threshold];
  const [upBy, downBy] = [Math.floor(up), Math.floor(down)];
  const [upFar, downFar] = [share * (up - upBy), (1 - share) * (down - downBy)];
  const [upNear, downNear] = [share - upFar, 1 - share - downFar];
  // Room below for steps under 0, and above for those over the threshold.
  const floor = downBy + 1;
  let now = new Float64Array(floor + STATES + upBy + 2);
  let next = new Float64Array(now.length);
  now[floor] = 1;
  let alarmed = 0;
  for (let run = 0; run < runs; run += 1) {
    next.fill(0);
    for (let state = floor; state < floor + STATES; state += 1) {
      const mass = now[state] ?? 0;
      if (mass < NO_MASS) continue;
      add(next, state + upBy, mass * upNear);
      add(next, state + upBy + 1, mass * upFar);
      add(next, state - downBy, mass * downNear);
      add(next, state - downBy - 1, mass * downFar);
    }
    add(next, floor, total(next.subarray(0, floor)));
    alarmed += total(next.subarray(floor + STATES));
    [now, next] = [next, now];
  }
  return alarmed;
};

/**
 * The threshold of a watch whose usual share was learned from a count: over all shares that the count may come of, a stable
 * process raises an alarm within `runs` with at most `chance`, somewhat below the budget of 10 % as this is their mean. A count of few is off by much, and asks for a high threshold;
 * that of a known share is the lowest.
 *
 * Source: the chain of D. Brook, D. A. Evans, Biometrika 59 (1972); estimated shares: M. A. Lee et al., "The effect of parameter
 * estimation on upper-sided Bernoulli cumulative sum charts", Quality and Reliability Engineering International 29 (2013).
 */
export const learnedThreshold = (design: CusumDesign, counted: CountedShare, runs = 300, chance = 0.09): number => {
  const shares = possibleShares(counted);
  const mean = (threshold: number): number =>
    shares.reduce((sum, share) => sum + alarmChance(design, threshold, runs, share), 0) / PLACES;
  let low = cusumThreshold(design, runs, chance);
  let high = low + FIRST_STEP;
  while (high < LARGEST_THRESHOLD && mean(high) > chance) [low, high] = [high, low + 2 * (high - low) + FIRST_STEP];
  return smallestThreshold(mean, chance, [low, Math.min(high, LARGEST_THRESHOLD)], 0.02);
};
