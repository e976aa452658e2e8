import type { Estimate } from '../estimate.ts';
import { noEstimate, Z95 } from './interval.ts';

/** How long something took, or how long it was watched without ending (`ended: false`). */
export interface Observation {
  readonly time: number;
  readonly ended: boolean;
}

/** The curve after one time at which something ended. */
interface Step {
  readonly time: number;
  readonly survival: number;
  readonly low: number | null;
  readonly high: number | null;
}

const METHOD = 'Kaplan–Meier median, log-log 95 %';
/** Two curves meet the half when they are this near to it. */
const TOLERANCE = 1e-12;

/** Share still open after each end, with Greenwood's variance on the log-log scale. */
const curve = (observations: readonly Observation[]): Step[] => {
  const sorted = [...observations].sort((a, b) => a.time - b.time);
  const steps: Step[] = [];
  let survival = 1;
  let variance = 0;
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time ?? 0;
    const atRisk = sorted.length - i;
    let ended = 0;
    for (; sorted[i]?.time === time; i += 1) if (sorted[i]?.ended) ended += 1;
    if (ended === 0) continue;
    survival *= (atRisk - ended) / atRisk;
    variance += ended / (atRisk * (atRisk - ended));
    steps.push({ time, survival, ...logLogInterval(survival, variance) });
  }
  return steps;
};

const logLogInterval = (survival: number, variance: number): Pick<Step, 'low' | 'high'> => {
  if (survival <= 0) return { low: null, high: null };
  const spread = (Z95 * Math.sqrt(variance)) / Math.log(survival);
  const at = (shift: number): number => Math.exp(-Math.exp(Math.log(-Math.log(survival)) + shift));
  return { low: at(-spread), high: at(spread) };
};

/** When the curve falls to the half; on a flat stretch exactly at the half, its middle. */
const crossing = (steps: readonly Step[], key: 'survival' | 'low' | 'high'): number | null => {
  const index = steps.findIndex((step) => (step[key] ?? 1) <= 0.5 + TOLERANCE);
  const here = steps[index];
  const next = steps[index + 1];
  if (here === undefined) return null;
  const flat = Math.abs((here[key] ?? 1) - 0.5) <= TOLERANCE;
  return flat && next !== undefined ? (here.time + next.time) / 2 : here.time;
};

/**
 * The median of times of which some have not ended yet, in their unit. Null when fewer than half have ended;
 * an end of the interval is null when the curve's own interval never falls to the half.
 *
 * Source: E. L. Kaplan, P. Meier, JASA 53 (1958); interval: R. Brookmeyer, J. Crowley, Biometrics 38 (1982), log-log scale.
 */
export const kaplanMeier = (observations: readonly Observation[]): Estimate => {
  if (observations.length === 0) return noEstimate(METHOD);
  const steps = curve(observations);
  return {
    value: crossing(steps, 'survival'),
    n: observations.length,
    low: crossing(steps, 'low'),
    high: crossing(steps, 'high'),
    method: METHOD,
  };
};
