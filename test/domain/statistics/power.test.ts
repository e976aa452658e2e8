import { describe, expect, it } from 'vitest';
import { tasksForGain, tasksForMargin } from '../../../src/domain/statistics/power.ts';

describe('tasks an arm', () => {
  it.each([
    [0.6, 0.8, 82],
    [0.7, 0.85, 121],
    [0.8, 0.9, 199],
    [0.7, 0.8, 294],
    [0.83, 0.9, 373],
  ])('to find that %d became %d: %d', (before, after, tasks) => {
    expect(tasksForGain(before, after)).toBe(tasks);
  });

  it.each([
    [0.1, 0.1, 112],
    [0.2, 0.1, 198],
    [0.2, 0.15, 88],
    [0.2, 0.05, 792],
  ])('to rule out that %d rose by %d: %d', (base, margin, tasks) => {
    expect(tasksForMargin(base, margin)).toBe(tasks);
  });

  it('grow with a rate above one of two, where runs are stepped into more than once', () => {
    expect(tasksForMargin(1.5, 0.1)).toBeGreaterThan(tasksForMargin(0.9, 0.1));
  });
});
