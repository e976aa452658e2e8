import { describe, expect, it } from 'vitest';
import { lessonLifts } from '../../../src/domain/metrics/lesson-lift.ts';
import type { TaskHistory } from '../../../src/domain/metrics/task-history.ts';
import { clean, history, NOW, tasks } from '../../support/histories.ts';

/** In the holdout what would have been shown is remembered as withheld. */
const withheld = (one: TaskHistory): TaskHistory => ({
  ...one,
  recalls: one.recalls.map((recall) => ({
    ...recall,
    candidates: recall.candidates.map((candidate) => ({
      ...candidate,
      ...(one.task.arm === 'holdout' ? { cut: 'holdout' as const } : {}),
    })),
  })),
});

describe('the lift of a lesson', () => {
  it('compares tasks that got it with those of the holdout that would have', () => {
    const drawn = tasks(80, (i) => ({
      arm: i % 2 === 0 ? 'memory' : 'holdout',
      recalls: [{ shown: [i < 40 ? 'les_good' : 'les_bad'] }],
      outcomes: [i < 40 === (i % 2 === 0) ? clean : { outcome: 'failed' }],
    }));
    const lifts = lessonLifts(drawn.map(history).map(withheld), NOW);
    expect(lifts.get('les_good')?.estimate.value).toBeGreaterThan(0.8);
    expect(lifts.get('les_bad')?.estimate.value).toBeLessThan(-0.8);
    expect(lifts.get('les_bad')?.below).toBeLessThan(0.001);
    expect(lifts.get('les_good')?.estimate.n).toBe(40);
  });

  it('is none without both arms, for open tasks, and outside a drawing', () => {
    const shown = { recalls: [{ shown: ['les_1'] }], outcomes: [clean] };
    const specs = tasks(10, () => ({ ...shown, arm: 'memory' as const }));
    expect(lessonLifts(specs.map(history), NOW).size).toBe(0);
    expect(lessonLifts(tasks(10, () => shown).map(history), NOW).size).toBe(0);
    expect(lessonLifts([], NOW).size).toBe(0);
  });
});
