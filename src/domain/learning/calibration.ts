import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Id, Time } from '../ids.ts';
import type { OutcomeSource } from '../outcome.ts';
import { isotonic } from '../statistics/isotonic.ts';
import type { Verdict } from '../verdict.ts';

/** A lesson that was shown with a certainty, and what was said of it. */
export interface JudgedExposure {
  readonly run_id: Id;
  readonly lesson_id: Id;
  /** Certainty of recall when it was shown. */
  readonly score: number;
  readonly verdict: Verdict;
  readonly by: string;
  readonly source: OutcomeSource;
  readonly at: Time;
}

/** What a project's verdicts say of its recall. */
export interface Calibration {
  readonly fitted_at: Time;
  /** Verdicts that counted. */
  readonly verdicts: number;
  /** Smallest certainty above which at most one in ten shown lessons is harmful or unused; null: none can be promised. */
  readonly threshold: number | null;
  /** Chance that a lesson helps, by certainty, rising; null with too few verdicts. */
  readonly curve: readonly { readonly score: number; readonly helps: number }[] | null;
}

/** Below so many nothing can be promised: 29 good ones out of 29 are the fewest whose upper bound is under 10 %. */
export const FEWEST_VERDICTS = 29;
const HIGHEST_RISK = 0.1;
/** Error of the bound, one-sided. */
const ALPHA = 0.05;
const MOST_BINS = 10;
const FEWEST_IN_BIN = 5;

/** An agent's own verdict weighs half. */
const weightOf = (source: OutcomeSource): number => (source === 'agent' ? 0.5 : 1);

interface Point {
  readonly score: number;
  readonly weight: number;
  readonly good: boolean;
}

/**
 * One verdict a principal, lesson and day, the first; of several on one showing, a person's or CI's before an agent's.
 * `ignored` says something of the agent and nothing of the match.
 */
const countedPoints = (exposures: readonly JudgedExposure[]): Point[] => {
  const byDay = new Map<string, JudgedExposure>();
  const inOrder = [...exposures].sort((a, b) => a.at.localeCompare(b.at) || a.run_id.localeCompare(b.run_id));
  for (const one of inOrder) {
    const key = JSON.stringify([one.by, one.lesson_id, one.at.slice(0, 'YYYY-MM-DD'.length)]);
    if (one.verdict !== 'ignored' && !byDay.has(key)) byDay.set(key, one);
  }
  const byShowing = new Map<string, JudgedExposure>();
  for (const one of byDay.values()) {
    const key = JSON.stringify([one.run_id, one.lesson_id]);
    const known = byShowing.get(key);
    if (known === undefined || weightOf(one.source) > weightOf(known.source)) byShowing.set(key, one);
  }
  return [...byShowing.values()]
    .map(({ score, source, verdict }) => ({ score, weight: weightOf(source), good: verdict === 'helpful' }))
    .sort((a, b) => a.score - b.score);
};

/** Upper end of Clopper and Pearson's one-sided 95 % interval (1934) of a share; weights may be halves. */
const upperBound = (bad: number, n: number): number => (bad >= n ? 1 : betaQuantile(1 - ALPHA, bad + 1, n - bad));

/** The smallest of `shipped` and all scores seen whose bound holds for everything shown at or above it. */
const controlledThreshold = (points: readonly Point[], shipped: number): number | null => {
  for (const candidate of [shipped, ...new Set(points.map(({ score }) => score))].sort((a, b) => a - b)) {
    if (candidate < shipped) continue;
    const above = points.filter(({ score }) => score >= candidate);
    if (above.length < FEWEST_VERDICTS) return null;
    const n = above.reduce((sum, { weight }) => sum + weight, 0);
    const bad = above.reduce((sum, { weight, good }) => sum + (good ? 0 : weight), 0);
    if (upperBound(bad, n) <= HIGHEST_RISK) return candidate;
  }
  return null;
};

/** Chances by certainty: shares in bins of equal size, drawn a little to a half (Krichevsky and Trofimov 1981), made to rise. */
const helpingCurve = (points: readonly Point[]): { score: number; helps: number }[] => {
  const bins = Math.max(1, Math.min(MOST_BINS, Math.floor(points.length / FEWEST_IN_BIN)));
  const binned = Array.from({ length: bins }, (_, bin) =>
    points.slice(Math.floor((bin * points.length) / bins), Math.floor(((bin + 1) * points.length) / bins)),
  ).map((bin) => {
    const weight = bin.reduce((sum, one) => sum + one.weight, 0);
    const good = bin.reduce((sum, one) => sum + (one.good ? one.weight : 0), 0);
    const score = bin.reduce((sum, one) => sum + one.score, 0) / bin.length;
    return { score, weight, value: (good + 0.5) / (weight + 1) };
  });
  const rising = isotonic(binned);
  return binned.map(({ score }, i) => ({ score, helps: rising[i] ?? 0.5 }));
};

/** What the verdicts so far say. `shipped`: the threshold that holds without any. */
export const fitCalibration = (exposures: readonly JudgedExposure[], shipped: number, at: Time): Calibration => {
  const points = countedPoints(exposures);
  const enough = points.length >= FEWEST_VERDICTS;
  return {
    fitted_at: at,
    verdicts: points.length,
    threshold: enough ? controlledThreshold(points, shipped) : null,
    curve: enough ? helpingCurve(points) : null,
  };
};

/** Chance that a lesson of this certainty helps, between the points of the curve in a straight line; null while uncalibrated. */
export const confidenceAt = (calibration: Calibration | null, score: number): number | null => {
  const curve = calibration?.curve ?? null;
  const [first] = curve ?? [];
  if (curve === null || first === undefined) return null;
  const next = curve.findIndex((point) => point.score >= score);
  const [above, below] = [curve[next], curve[next - 1]];
  if (next === 0 || above === undefined) return rounded((next === 0 ? first : curve.at(-1))?.helps ?? first.helps);
  if (below === undefined || above.score === below.score) return rounded(above.helps);
  const share = (score - below.score) / (above.score - below.score);
  return rounded(below.helps + share * (above.helps - below.helps));
};

const rounded = (chance: number): number => Math.round(chance * 100) / 100;
