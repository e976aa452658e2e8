import type { CusumDesign } from './cusum.ts';

/**
 * What the statistic can be below `threshold`: each value comes of so many failures and successes since it last was 0, so the
 * chain is exact and nothing is rounded to a grid. State 0 is the value 0.
 */
interface Chain {
  readonly afterFailure: Int32Array;
  readonly afterSuccess: Int32Array;
}

/** Stands for "the threshold is reached". */
const ALARM = -1;

const chainOf = ({ failure, success }: CusumDesign, threshold: number, runs: number): Chain => {
  const numbers = new Map<number, number>([[0, 0]]);
  const states: [failures: number, successes: number][] = [[0, 0]];
  const value = (failures: number, successes: number): number => failures * failure + successes * success;
  const find = (failures: number, successes: number): number => {
    const at = value(failures, successes);
    if (at <= 0) return 0;
    if (at >= threshold) return ALARM;
    const key = failures * (runs + 2) + successes;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, states.length);
    states.push([failures, successes]);
    return states.length - 1;
  };
  const [afterFailure, afterSuccess]: [number[], number[]] = [[], []];
  for (let i = 0; i < states.length; i += 1) {
    const [failures, successes] = states[i] ?? [0, 0];
    // Farther than this no process gets in so many runs.
    const reachable = failures + successes < runs;
    afterFailure.push(reachable ? find(failures + 1, successes) : 0);
    afterSuccess.push(reachable ? find(failures, successes + 1) : 0);
  }
  return { afterFailure: Int32Array.from(afterFailure), afterSuccess: Int32Array.from(afterSuccess) };
};

/**
 * Exact chance that a stable process reaches `threshold` within `runs`.
 *
 * Source: the chain of D. Brook, D. A. Evans, Biometrika 59 (1972), on the values that can occur instead of on a grid.
 */
export const falseAlarmChance = (design: CusumDesign, threshold: number, runs: number): number => {
  const { afterFailure, afterSuccess } = chainOf(design, threshold, runs);
  let now = new Float64Array(afterFailure.length);
  let next = new Float64Array(afterFailure.length);
  now[0] = 1;
  let alarmed = 0;
  for (let run = 0; run < runs; run += 1) {
    next.fill(0);
    for (let state = 0; state < now.length; state += 1) {
      const mass = now[state] ?? 0;
      if (mass === 0) continue;
      const lower = afterSuccess[state] ?? 0;
      next[lower] = (next[lower] ?? 0) + mass * (1 - design.q0);
      const upper = afterFailure[state] ?? 0;
      if (upper === ALARM) alarmed += mass * design.q0;
      else next[upper] = (next[upper] ?? 0) + mass * design.q0;
    }
    [now, next] = [next, now];
  }
  return alarmed;
};
