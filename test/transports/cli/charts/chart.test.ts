import { describe, expect, it } from 'vitest';
import { chart } from '../../../../src/transports/cli/charts/chart.ts';

const look = { height: 5, format: (value: number) => String(Math.round(value)) };

describe('chart', () => {
  it('draws points, limits, and points outside them by another shape', () => {
    const drawn = chart(
      [
        { value: 50, low: 25, high: 75 },
        { value: 0, low: 25, high: 75 },
        { value: null, low: null, high: null },
        { value: 100, low: null, high: null },
      ],
      look,
    );
    expect(drawn.split('\n')).toEqual(['100 │       ●', '    │ ┄ ┄', '    │ ●', '    │ ┄ ┄', '  0 │   ◆']);
  });

  it('is empty without a value, and sound when all are alike', () => {
    expect(chart([{ value: null, low: 1, high: 2 }], look)).toBe('');
    expect(chart([{ value: 3, low: null, high: null }], look)).toContain('●');
  });
});
