import { expect, it } from 'vitest';
import { normalTail } from '../../../src/domain/statistics/normal-tail.ts';

it.each([
  [0, 0.5],
  [1, 0.158_655],
  [1.959_964, 0.025],
  [3, 0.001_35],
  [-1.644_854, 0.95],
])('beyond %d lies %d', (z, chance) => {
  expect(normalTail(z)).toBeCloseTo(chance, 5);
});
