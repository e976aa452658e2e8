import { describe, expect, it } from 'vitest';
import { estimateWords } from '../../../../src/transports/cli/words/demo-words.ts';

describe('estimateWords', () => {
  it('never shows a share without its interval and n', () => {
    expect(estimateWords({ value: 0.4, n: 10, low: 0.168, high: 0.687, method: 'Wilson 95 %' })).toBe(
      '40 % (95 %: 17 to 69, n = 10)',
    );
  });

  it('says so when there is nothing to divide by', () => {
    expect(estimateWords({ value: null, n: 0, low: null, high: null, method: '' })).toBe('nothing to divide by');
    expect(estimateWords(undefined)).toBe('nothing to divide by');
  });
});
