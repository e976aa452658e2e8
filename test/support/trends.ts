import { changeOf } from '../../src/domain/metrics/change.ts';
import { controlChart } from '../../src/domain/metrics/control-chart.ts';
import { drift } from '../../src/domain/metrics/drift.ts';
import { furtherOf } from '../../src/domain/metrics/further.ts';
import { reviewHealth } from '../../src/domain/metrics/review-health.ts';
import { series } from '../../src/domain/metrics/series.ts';
import type { Bucket, Trends } from '../../src/domain/metrics/trends.ts';
import { windowMetrics } from '../../src/domain/metrics/window-metrics.ts';
import { at, cohortOf, type HistorySpec, NOW } from './histories.ts';

const noEstimate = { value: null, n: 0, low: null, high: null, method: '' };

/** Trends of these tasks, from the first of October on; what a test does not name is computed. */
export const trendsOf = (
  specs: readonly HistorySpec[],
  bucket: Bucket = 'week',
  more: Partial<Trends> = {},
): Trends => {
  const cohort = cohortOf(specs);
  const metrics = windowMetrics(cohort);
  return {
    project: 'app',
    workflow: null,
    from: at(0),
    to: NOW,
    bucket,
    coverage: noEstimate,
    metrics,
    agent_reported: { completion_without_rewrite: noEstimate },
    lift: null,
    mix: null,
    further: furtherOf(cohort, new Map()),
    review: reviewHealth([], at(0), NOW),
    series: series(cohort, at(0), NOW, bucket),
    completion_chart: controlChart(cohort, at(0)),
    change: changeOf(metrics, metrics),
    drift: drift([], null, NOW),
    verdict: { direction: 'no_change', text: 'No detectable change: a sentence.' },
    ...more,
  };
};
