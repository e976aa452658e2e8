import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, calibrated } from '../../../src/domain/routing/calibration.ts';
import { sigmoid } from '../../../src/domain/statistics/logistic-line.ts';

const labels = (right: number, wrong: number, logit = 1) => [
  ...Array.from({ length: right }, () => ({ logit, right: true })),
  ...Array.from({ length: wrong }, () => ({ logit, right: false })),
];

describe('the confidence of routing', () => {
  it('is the prior without labels', () => {
    expect(calibrate([])).toEqual({ shift: 0, scale: 1, labels: 0 });
    expect(calibrated(calibrate([]), 0.7)).toBeCloseTo(sigmoid(0.7), 10);
  });

  it('comes near the share that was right as labels gather, and stays near the prior with few', () => {
    expect(calibrated(calibrate(labels(150, 150)), 1)).toBeCloseTo(0.5, 1);
    expect(calibrated(calibrate(labels(1, 1)), 1)).toBeGreaterThan(0.6);
  });

  it('is a probability that never falls as the evidence grows, whatever the labels', () => {
    const label = fc.record({ logit: fc.double({ min: -6, max: 6, noNaN: true }), right: fc.boolean() });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 150 }), (some) => {
        const fitted = calibrate(some);
        const values = [-4, -1, 0, 1, 4].map((logit) => calibrated(fitted, logit));
        expect(values.every((p) => p >= 0 && p <= 1)).toBe(true);
        expect([...values].sort((a, b) => a - b)).toEqual(values);
      }),
    );
  });
});
