import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Time } from '../ids.ts';
import type { OutcomeSource } from '../outcome.ts';
import { isotonic } from '../statistics/isotonic.ts';
import { type Calibration, FEWEST_VERDICTS, type JudgedExposure } from './calibration.ts';

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
