import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recencyFactor } from '../../../src/domain/retrieval/recency.ts';

const NOW = '2026-10-01T09:00:00.000Z';
const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

describe('recency', () => {
  it.each([
    [0, 1],
    [180, 0.75],
    [360, 0.625],
    [-30, 1],
  ])('of a confirmation %d days ago is %d', (days, factor) => {
    expect(recencyFactor(daysAgo(days), NOW)).toBeCloseTo(factor, 10);
  });

  it('falls with age and never below a half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (days) => {
        const factor = recencyFactor(daysAgo(days), NOW);
        expect(factor).toBeGreaterThan(recencyFactor(daysAgo(days + 1), NOW));
        expect(factor).toBeGreaterThan(0.5);
      }),
    );
  });
});
