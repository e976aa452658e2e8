import { expect, it } from 'vitest';
import { fleetLoop } from '../../../src/domain/loops/fleet.ts';

const tasks = (failed: readonly string[], fine: readonly string[] = []) => [
  ...failed.map((principal, n) => ({ task: `f${n}`, principal, failed: true })),
  ...fine.map((principal, n) => ({ task: `c${n}`, principal, failed: false })),
];

it('a lesson is disputed when tasks of three people failed with it, and not fewer than succeeded', () => {
  expect(fleetLoop(tasks(['a', 'b', 'c']))).toBe(true);
  expect(fleetLoop(tasks(['a', 'a', 'b', 'b']))).toBe(false);
  expect(fleetLoop(tasks(['a', 'b', 'c'], ['d', 'e', 'f']))).toBe(true);
  expect(fleetLoop(tasks(['a', 'b', 'c'], ['d', 'e', 'f', 'g']))).toBe(false);
  expect(fleetLoop([])).toBe(false);
});
