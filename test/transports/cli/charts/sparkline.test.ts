import { describe, expect, it } from 'vitest';
import { sparkline } from '../../../../src/transports/cli/charts/sparkline.ts';

describe('sparkline', () => {
  it('draws the smallest and the largest value at the ends, and gaps', () => {
    expect(sparkline([0, 50, null, 100])).toBe('▁▅ █');
  });

  it('draws what stands still in the middle, and nothing from nothing', () => {
    expect(sparkline([7, 7])).toBe('▄▄');
    expect(sparkline([null, null])).toBe('  ');
    expect(sparkline([])).toBe('');
  });
});
