import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cusumStep, doubledOdds } from '../../../src/domain/statistics/cusum.ts';
import { falseAlarmChance } from '../../../src/domain/statistics/cusum-chance.ts';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';

/** The same by following every one of the 2^runs courses. */
const byEnumeration = (q0: number, threshold: number, runs: number, statistic = 0): number => {
  if (statistic >= threshold) return 1;
  if (runs === 0) return 0;
  const design = doubledOdds(q0);
  const after = (failed: boolean): number =>
    byEnumeration(q0, threshold, runs - 1, cusumStep(design, statistic, failed));
  return q0 * after(true) + (1 - q0) * after(false);
};

describe('falseAlarmChance', () => {
  it('is that of all courses counted one by one', () => {
    const share = fc.double({ min: 0.02, max: 0.6, noNaN: true });
    const threshold = fc.double({ min: 0.5, max: 5, noNaN: true });
    fc.assert(
      fc.property(share, threshold, fc.integer({ min: 0, max: 12 }), (q0, limit, runs) => {
        expect(falseAlarmChance(doubledOdds(q0), limit, runs)).toBeCloseTo(byEnumeration(q0, limit, runs), 10);
      }),
    );
  });

  it('is what simulated processes do', () => {
    const [random, design, processes] = [randomSource(42), doubledOdds(0.2), 4_000];
    let alarms = 0;
    for (let process = 0; process < processes; process += 1) {
      let statistic = 0;
      for (let run = 0; run < 300 && statistic < 4; run += 1) statistic = cusumStep(design, statistic, random() < 0.2);
      if (statistic >= 4) alarms += 1;
    }
    const chance = falseAlarmChance(design, 4, 300);
    expect(Math.abs(alarms / processes - chance)).toBeLessThan(3 * Math.sqrt((chance * (1 - chance)) / processes));
  });

  it('grows with the watch and shrinks with the threshold', () => {
    const design = doubledOdds(0.2);
    expect(falseAlarmChance(design, 4, 600)).toBeGreaterThan(falseAlarmChance(design, 4, 300));
    expect(falseAlarmChance(design, 5, 300)).toBeLessThan(falseAlarmChance(design, 4, 300));
  });
});
