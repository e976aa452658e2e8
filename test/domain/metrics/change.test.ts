import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../src/domain/metrics/change.ts';
import { windowMetrics } from '../../../src/domain/metrics/window-metrics.ts';
import { clean, cohortOf, tasks } from '../../support/histories.ts';

const window = (successes: number, n: number) =>
  windowMetrics(cohortOf(tasks(n, (i) => (i < successes ? { outcomes: [clean] } : {}))));

describe('changeOf', () => {
  it('gives shares the golden interval of Newcombe, 56/70 against 48/80', () => {
    const change = changeOf(window(56, 70), window(48, 80)).completion_without_rewrite;
    expect(change?.value).toBeCloseTo(0.2, 10);
    expect(change?.low).toBeCloseTo(0.0524, 4);
    expect(change?.high).toBeCloseTo(0.3339, 4);
  });

  it('leaves out what one of the windows has no value for', () => {
    const change = changeOf(window(5, 10), windowMetrics(cohortOf([])));
    expect(change).toEqual({});
  });
});
