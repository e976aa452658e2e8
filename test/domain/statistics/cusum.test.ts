import { describe, expect, it } from 'vitest';
import { cusumStep, cusumThreshold, doubledOdds, falseAlarmChance } from '../../../src/domain/statistics/cusum.ts';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';

/** Share of stable processes that alarm within `runs`. */
const simulatedAlarms = (q0: number, threshold: number, runs: number, processes: number): number => {
  const [random, design] = [randomSource(42), doubledOdds(q0)];
  let alarms = 0;
  for (let process = 0; process < processes; process += 1) {
    let statistic = 0;
    for (let run = 0; run < runs && statistic < threshold; run += 1) {
      statistic = cusumStep(design, statistic, random() < q0);
    }
    if (statistic >= threshold) alarms += 1;
  }
  return alarms / processes;
};

describe('cusum', () => {
  it.each([
    [0.1, 0.18, 4.03],
    [0.2, 0.33, 4.57],
    [0.3, 0.46, 4.88],
  ])('doubles the odds of %d to %d and alarms at the golden threshold %d', (q0, q1, threshold) => {
    expect(doubledOdds(q0).q1).toBeCloseTo(q1, 2);
    expect(Math.abs(cusumThreshold(doubledOdds(q0)) - threshold)).toBeLessThan(0.01);
  });

  it.each([0.02, 0.1, 0.3, 0.6])('alarms falsely in about 10 %% of stable processes at most (q0 = %d)', (q0) => {
    expect(simulatedAlarms(q0, cusumThreshold(doubledOdds(q0)), 300, 4_000)).toBeLessThan(0.115);
  });

  it('needs a higher threshold for a longer watch', () => {
    const design = doubledOdds(0.2);
    expect(cusumThreshold(design, 1_000)).toBeGreaterThan(cusumThreshold(design, 300));
    expect(falseAlarmChance(design, 4, 600)).toBeGreaterThan(falseAlarmChance(design, 4, 300));
  });

  it('climbs with failures, sinks with successes, and never below 0', () => {
    const design = doubledOdds(0.2);
    expect(cusumStep(design, 0, false)).toBe(0);
    expect(cusumStep(design, 1, true)).toBeGreaterThan(1);
    expect(cusumStep(design, 1, false)).toBeLessThan(1);
  });
});
