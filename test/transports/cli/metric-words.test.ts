import { describe, expect, it } from 'vitest';
import { intervalWords, METRIC_WORDS, valueWords } from '../../../src/transports/cli/metric-words.ts';

const { completion_without_rewrite: share, median_minutes_to_resolution: minutes } = METRIC_WORDS;
const estimate = (value: number | null, low: number | null, high: number | null) => ({
  value,
  n: 3,
  low,
  high,
  method: 'given',
});

describe('metric words', () => {
  it('writes shares in percent and their differences in points, with a sign', () => {
    expect(share.format(0.125)).toBe('12.5 %');
    expect(share.formatChange(-0.031)).toBe('−3.1');
    expect(share.formatChange(0)).toBe('0.0');
    expect(minutes.formatChange(4)).toBe('+4');
  });

  it('says that a value or an end is missing', () => {
    expect(valueWords(estimate(null, null, null), share.format)).toBe('–');
    expect(intervalWords(estimate(null, null, null), share.format)).toBe('–');
    expect(intervalWords(estimate(31, 13, null), minutes.format)).toBe('13 to open');
    expect(intervalWords(estimate(0.5, 0.4, 0.6), share.format)).toBe('40.0 to 60.0 %');
  });
});
