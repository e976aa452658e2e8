import { describe, expect, it } from 'vitest';
import { cusumStep, cusumThreshold, doubledOdds } from '../../../src/domain/statistics/cusum.ts';
import { falseAlarmChance } from '../../../src/domain/statistics/cusum-chance.ts';

describe('cusum', () => {
  it.each([
    [0.1, 0.18, 4.03],
    [0.2, 0.33, 4.57],
    [0.3, 0.46, 4.88],
  ])('doubles the odds of %d to %d and alarms at the golden threshold %d', (q0, q1, threshold) => {
    expect(doubledOdds(q0).q1).toBeCloseTo(q1, 2);
    expect(Math.abs(cusumThreshold(doubledOdds(q0)) - threshold)).toBeLessThan(0.01);
  });

  it('keeps the budget of false alarms, exactly, at every baseline that 50 tasks can give', () => {
    for (let failures = 1; failures <= 30; failures += 1) {
      const design = doubledOdds(failures / 50);
      const chance = falseAlarmChance(design, cusumThreshold(design), 300);
      expect(chance, `q0 = ${failures / 50}`).toBeLessThanOrEqual(0.1);
      expect(chance, `q0 = ${failures / 50}`).toBeGreaterThan(0.05);
    }
  });

  it('needs a higher threshold for a longer watch', () => {
    const design = doubledOdds(0.2);
    expect(cusumThreshold(design, 1_000)).toBeGreaterThan(cusumThreshold(design, 300));
  });

  it('climbs with failures, sinks with successes, and never below 0', () => {
    const design = doubledOdds(0.2);
    expect(cusumStep(design, 0, false)).toBe(0);
    expect(cusumStep(design, 1, true)).toBeGreaterThan(1);
    expect(cusumStep(design, 1, false)).toBeLessThan(1);
  });
});
