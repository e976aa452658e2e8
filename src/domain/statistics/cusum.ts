import { falseAlarmChance } from './cusum-chance.ts';

/** A one-sided watch for a rate of failures that grew from `q0` to doubled odds. */
export interface CusumDesign {
  readonly q0: number;
  readonly q1: number;
  /** Added for a failure (positive) … */
  readonly failure: number;
  /** … and for a success (negative). */
  readonly success: number;
}

const STATES = 300;
const PRECISION = 0.001;
/** Farther below the exact threshold the grid's never is. */
const MOST_ROUNDING = 1;
/** Where a threshold is looked for: beyond 12 a stable process is silent for tens of thousands of tasks. */
const SMALLEST_THRESHOLD = 0.5;
const LARGEST_THRESHOLD = 12;

export const doubledOdds = (q0: number): CusumDesign => {
  const odds = (2 * q0) / (1 - q0);
  const q1 = odds / (1 + odds);
  return { q0, q1, failure: Math.log(q1 / q0), success: Math.log((1 - q1) / (1 - q0)) };
};

/** The statistic after one more task. It never falls below 0. */
export const cusumStep = (design: CusumDesign, statistic: number, failed: boolean): number =>
  Math.max(0, statistic + (failed ? design.failure : design.success));

/** The same chance with the steps rounded to a grid of 300 states: the thresholds that are published come of it. */
const chanceOnGrid = (design: CusumDesign, threshold: number, runs: number): number => {
  const width = threshold / STATES;
  const up = Math.round(design.failure / width);
  const down = Math.round(design.success / width);
  let now = new Float64Array(STATES);
  now[0] = 1;
  let alarmed = 0;
  for (let run = 0; run < runs; run += 1) {
    const next = new Float64Array(STATES);
    for (let state = 0; state < STATES; state += 1) {
      const mass = now[state] ?? 0;
      if (mass === 0) continue;
      const lower = Math.max(0, state + down);
      next[lower] = (next[lower] ?? 0) + mass * (1 - design.q0);
      const upper = state + up;
      if (upper >= STATES) alarmed += mass * design.q0;
      else next[upper] = (next[upper] ?? 0) + mass * design.q0;
    }
    now = next;
  }
  return alarmed;
};

/** The smallest threshold between two at which `chanceAt` is at most `chance`, to `precision`. */
export const smallestThreshold = (
  chanceAt: (threshold: number) => number,
  chance: number,
  [from, to]: readonly [number, number],
  precision = PRECISION,
): number => {
  let low = from;
  let high = to;
  while (high - low > precision) {
    const middle = (low + high) / 2;
    if (chanceAt(middle) <= chance) high = middle;
    else low = middle;
  }
  return high;
};

/**
 * A threshold at which a stable process raises an alarm within `runs` tasks with at most `chance`. The grid's threshold is
 * taken where it keeps that, which the exact chain decides; its rounding errs to both sides.
 *
 * Source: M. R. Reynolds, Z. G. Stoumbos, "A CUSUM chart for monitoring a proportion when inspecting continuously",
 * Journal of Quality Technology 31 (1999); the chain of D. Brook, D. A. Evans, Biometrika 59 (1972).
 */
export const cusumThreshold = (design: CusumDesign, runs = 300, chance = 0.1): number => {
  const range = [SMALLEST_THRESHOLD, LARGEST_THRESHOLD] as const;
  const usual = smallestThreshold((threshold) => chanceOnGrid(design, threshold, runs), chance, range);
  const exact = (threshold: number): number => falseAlarmChance(design, threshold, runs);
  if (exact(usual) <= chance) return usual;
  return smallestThreshold(exact, chance, [usual, usual + MOST_ROUNDING]);
};
