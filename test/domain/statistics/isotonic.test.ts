import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isotonic } from '../../../src/domain/statistics/isotonic.ts';

it('pools neighbours that fall, by weight', () => {
  const of = (...pairs: [number, number][]) => isotonic(pairs.map(([value, weight]) => ({ value, weight })));
  expect(of([1, 1], [2, 1], [3, 1])).toEqual([1, 2, 3]);
  expect(of([3, 1], [1, 3])).toEqual([1.5, 1.5]);
  expect(of([1, 1], [4, 1], [2, 1], [3, 1])).toEqual([1, 3, 3, 3]);
  expect(of()).toEqual([]);
});

it('rises, keeps the weighted mean, and leaves a rising sequence alone', () => {
  const sequence = fc.array(
    fc.record({ value: fc.double({ min: 0, max: 1, noNaN: true }), weight: fc.integer({ min: 1, max: 9 }) }),
  );
  fc.assert(
    fc.property(sequence, (list) => {
      const rising = isotonic(list);
      for (let i = 1; i < rising.length; i += 1) {
        expect(rising[i] ?? 0).toBeGreaterThanOrEqual((rising[i - 1] ?? 0) - 1e-12);
      }
      const mean = (values: readonly number[]) => values.reduce((sum, one, i) => sum + one * (list[i]?.weight ?? 0), 0);
      expect(mean(rising)).toBeCloseTo(mean(list.map(({ value }) => value)), 9);
      const weighted = rising.map((value, i) => ({ value, weight: list[i]?.weight ?? 1 }));
      isotonic(weighted).forEach((value, i) => {
        expect(value).toBeCloseTo(rising[i] ?? 0, 9);
      });
    }),
  );
});
