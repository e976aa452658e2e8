import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedTriggers, carriedVotes, changedShare } from '../../../src/domain/learning/carry-over.ts';

const text = (rule: string) => ({ when: 'a release is cut', rule });

describe('the share of a text that changed', () => {
  it('is 0 for the same words, 1 for none in common, in between by words', () => {
    expect(changedShare(text('Merge main first.'), text('merge MAIN first'))).toBe(0);
    expect(changedShare({ when: 'a', rule: 'b' }, { when: 'c', rule: 'd' })).toBe(1);
    expect(changedShare({ when: '', rule: 'one two' }, { when: '', rule: 'one three' })).toBe(0.5);
    expect(changedShare({ when: '', rule: '' }, { when: '', rule: '' })).toBe(0);
  });

  it('is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const changed = changedShare(text(a), text(b));
        expect(changed).toBeGreaterThanOrEqual(0);
        expect(changed).toBeLessThanOrEqual(1);
        expect(changedShare(text(b), text(a))).toBe(changed);
        expect(changedShare(text(a), text(a))).toBe(0);
      }),
    );
  });

  it('discounts votes, and the number of triggers, rounded up', () => {
    expect(carriedVotes(3, 0.5)).toBe(1.5);
    expect(carriedVotes(1, 1 / 3)).toBe(0.666667);
    expect([0, 0.5, 0.9, 1].map((changed) => carriedTriggers(3, changed))).toEqual([3, 2, 1, 0]);
  });
});
