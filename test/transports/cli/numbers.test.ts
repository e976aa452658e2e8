import { describe, expect, it } from 'vitest';
import { share, wholeNumber } from '../../../src/transports/cli/numbers.ts';

describe('wholeNumber', () => {
  it('takes what is in its range', () => {
    expect([wholeNumber(0)('0'), wholeNumber(1, 10)('10')]).toEqual([0, 10]);
  });
  it.each(['', '-1', '1.5', '1e2', 'x', '0x10', ' 1', '11', '0'])('refuses %j', (text) => {
    expect(() => wholeNumber(1, 10)(text)).toThrow(/whole number, 1 to 10/u);
  });
});

describe('share', () => {
  it('takes 0 to 1', () => {
    expect(['0', '0.25', '1'].map(share)).toEqual([0, 0.25, 1]);
  });
  it.each(['', ' ', '-0.1', '1.1', '30%', 'NaN'])('refuses %j', (text) => {
    expect(() => share(text)).toThrow(/share/u);
  });
});
