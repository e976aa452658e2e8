import { expect, it } from 'vitest';
import { parseDuration } from '../../src/domain/duration.ts';

it('reads a number and a unit, and nothing else', () => {
  expect(['90s', '30m', '2h', ' 1d '].map(parseDuration)).toEqual([90_000, 1_800_000, 7_200_000, 86_400_000]);
  const others = ['', '0h', '-1h', '1.5h', '2', 'h', '2 h', '1w', '1h30m', '9999999d', 'NaNh', 'constructor'];
  expect(others.map(parseDuration)).toEqual(others.map(() => null));
});
