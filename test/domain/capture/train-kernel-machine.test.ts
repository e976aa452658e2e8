import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decision } from '../../../src/domain/capture/kernel-machine.ts';
import { trainKernelMachine } from '../../../src/domain/capture/train-kernel-machine.ts';

const settings = { gamma: 1, cost: 3 };

describe('a trained machine', () => {
  it('tells apart what no straight line does', () => {
    const corners = [
      { x: [0, 0], y: false },
      { x: [1, 1], y: false },
      { x: [0, 1], y: true },
      { x: [1, 0], y: true },
    ];
    const machine = trainKernelMachine(corners, settings);
    for (const { x, y } of corners) expect(decision(machine, x) > 0).toBe(y);
    expect(decision(machine, [0.05, 0.95])).toBeGreaterThan(0);
  });

  it('keeps no case at a greater weight than it may have, and is the same each time', () => {
    const labelled = fc.record({
      x: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
      y: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(labelled, { minLength: 2, maxLength: 25 }), (cases) => {
        const machine = trainKernelMachine(cases, settings);
        for (const weight of machine.weights) expect(Math.abs(weight)).toBeLessThanOrEqual(settings.cost);
        expect(trainKernelMachine(cases, settings)).toEqual(machine);
      }),
      { numRuns: 40 },
    );
  });

  it('lets two cases that contradict each other cancel out', () => {
    const machine = trainKernelMachine(
      [
        { x: [1], y: true },
        { x: [1], y: false },
      ],
      settings,
    );
    expect(Math.abs(decision(machine, [1]))).toBeLessThan(1);
  });
});
