import { describe, expect, it } from 'vitest';
import { loopsPer100Tasks } from '../../../src/domain/metrics/loop-rate.ts';
import { cohortOf, tasks } from '../../support/histories.ts';

describe('loopsPer100Tasks', () => {
  it('counts tasks with a loop warning, with an interval in the same unit', () => {
    const rate = loopsPer100Tasks(cohortOf(tasks(20, (i) => ({ looped: i === 0 }))));
    expect(rate.value).toBeCloseTo(5, 9);
    expect(rate.n).toBe(20);
    expect(rate.high).toBeGreaterThan(5);
    expect(loopsPer100Tasks(cohortOf([])).value).toBeNull();
  });
});
