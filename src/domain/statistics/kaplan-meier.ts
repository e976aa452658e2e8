import type { Estimate } from '../estimate.ts';
import { noEstimate, Z95 } from './interval.ts';

/** How long something took, or how long it was watched without ending (`ended: false`). */
export interface Observation {
  readonly time: number;
  readonly ended: boolean;
}

const METHOD = 'Kaplan–Meier median, log-log 95 %';
/** Two curves meet the half when they are this near to it. */
const TOLERANCE = 1e-12;

/** When a curve falls to the half; on a flat stretch exactly at the half, its middle. */
class Crossing {
  time: number | null = null;
  found = false;
  #flat = false;

  /** The curve's height after the next time at which something ended. */
  take(time: number, height: number): void {
    if (this.found) return;
    if (this.#flat) {
      this.time = ((this.time ?? time) + time) / 2;
      this.found = true;
    } else if (height <= 0.5 + TOLERANCE) {
      this.time = time;
      this.#flat = height >= 0.5 - TOLERANCE;
      this.found = !this.#flat;
    }
  }
}

/** An end of Greenwood's interval on the log-log scale; where the curve has fallen to 0 there is none. */
const logLog = (survival: number, variance: number, side: 1 | -1): number => {
  if (survival <= 0) return 1;
  const shift = (side * Z95 * Math.sqrt(variance)) / Math.log(survival);
  return Math.exp(-Math.exp(Math.log(-Math.log(survival)) + shift));
};

const sortedTimes = (observations: readonly Observation[], ended: boolean): Float64Array =>
  Float64Array.from(
    observations.filter((one) => one.ended === ended),
    ({ time }) => time,
  ).sort();

/** The share still open, each time that something ended. */
const followCurve = (
  observations: readonly Observation[],
  visit: (step: { time: number; survival: number; variance: number }) => void,
): void => {
  const [ends, open] = [sortedTimes(observations, true), sortedTimes(observations, false)];
  let [survival, variance, left] = [1, 0, 0];
  for (let i = 0; i < ends.length; ) {
    const time = ends[i] ?? 0;
    while (left < open.length && (open[left] ?? 0) < time) left += 1;
    const atRisk = observations.length - i - left;
    const before = i;
    while (ends[i] === time) i += 1;
    const ended = i - before;
    survival *= (atRisk - ended) / atRisk;
    variance += ended / (atRisk * (atRisk - ended));
    visit({ time, survival, variance });
  }
};

/**
 * The median of times of which some have not ended yet, in their unit. Null when fewer than half have ended;
 * an end of the interval is null when the curve's own interval never falls to the half.
 *
 * Source: E. L. Kaplan, P. Meier, JASA 53 (1958); interval: R. Brookmeyer, J. Crowley, Biometrics 38 (1982), log-log scale.
 */
export const kaplanMeier = (observations: readonly Observation[]): Estimate => {
  const n = observations.length;
  if (n === 0) return noEstimate(METHOD);
  const [median, low, high] = [new Crossing(), new Crossing(), new Crossing()];
  followCurve(observations, ({ time, survival, variance }) => {
    median.take(time, survival);
    if (!low.found) low.take(time, logLog(survival, variance, -1));
    // The upper end lies above the curve: there is nothing to find before the curve itself is at the half.
    if (median.time !== null && !high.found) high.take(time, logLog(survival, variance, 1));
  });
  return { value: median.time, n, low: low.time, high: high.time, method: METHOD };
};
