import { describe, expect, it } from 'vitest';
import { noEstimate, scaled } from '../../../src/domain/statistics/interval.ts';

describe('scaled', () => {
  it('turns value and both ends into another unit, and leaves what is missing', () => {
    const estimate = { value: 0.1, n: 20, low: null, high: 0.3, method: 'm' };
    expect(scaled(estimate, 100)).toEqual({ value: 10, n: 20, low: null, high: 30, method: 'm' });
    expect(scaled(noEstimate('m'), 100)).toEqual({ value: null, n: 0, low: null, high: null, method: 'm' });
  });
});
