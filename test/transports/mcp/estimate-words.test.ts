import { describe, expect, it } from 'vitest';
import { estimateWords } from '../../../src/transports/mcp/estimate-words.ts';

describe('estimateWords', () => {
  it('gives no number without its n and its interval', () => {
    const estimate = { value: 0.5, n: 8, low: 0.2, high: 0.8, method: 'wilson' };
    expect(estimateWords(estimate)).toBe('0.50 (n 8, 95 % interval 0.20 to 0.80)');
    expect(estimateWords({ ...estimate, high: null }, (value) => `${100 * value} %`)).toBe(
      '50 % (n 8, 95 % interval 20 % to open)',
    );
    expect(estimateWords({ ...estimate, value: null, n: 0 })).toBe('no value yet (n 0)');
  });
});
