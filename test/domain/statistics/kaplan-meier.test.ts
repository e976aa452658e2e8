import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, type Observation } from '../../../src/domain/statistics/kaplan-meier.ts';

const observations = (ended: readonly number[], open: readonly number[]): Observation[] => [
  ...ended.map((time) => ({ time, ended: true })),
  ...open.map((time) => ({ time, ended: false })),
];

describe('kaplanMeier', () => {
  // R, survival: survfit(Surv(time, status) ~ x, data = aml, conf.type = "log-log")
  it('gives the golden median of aml, maintained', () => {
    const median = kaplanMeier(observations([9, 13, 18, 23, 31, 34, 48], [13, 28, 45, 161]));
    expect(median).toMatchObject({ value: 31, n: 11, low: 13, high: null });
  });

  it('gives the golden median of aml, not maintained', () => {
    const median = kaplanMeier(observations([5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45], [16]));
    expect(median).toMatchObject({ value: 23, n: 12, low: 5, high: 33 });
  });

  it('does not let open tasks shrink the median, as dropping them would', () => {
    expect(kaplanMeier(observations([10, 20, 30], [40, 40])).value).toBe(30);
    expect(kaplanMeier(observations([10, 20, 30], [])).value).toBe(20);
  });

  it('has no median when all are censored, and none without observations', () => {
    expect(kaplanMeier(observations([], [5, 6]))).toMatchObject({ value: null, n: 2, low: null, high: null });
    expect(kaplanMeier([])).toMatchObject({ value: null, n: 0 });
  });

  it('contains its estimate, whatever the order, and is never NaN', () => {
    const some = fc.array(fc.record({ time: fc.integer({ min: 0, max: 500 }), ended: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(some, (sample) => {
        const estimate = kaplanMeier(sample);
        const { value, low, high } = estimate;
        expect(kaplanMeier([...sample].reverse())).toEqual(estimate);
        for (const number of [value, low, high]) expect(number).not.toBeNaN();
        if (value !== null && low !== null) expect(low).toBeLessThanOrEqual(value);
        if (value !== null && high !== null) expect(high).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});
