import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relevance, withAspects } from '../../../src/domain/retrieval/fusion.ts';

const match = (lexical: number, cosine: number | null) => ({ lexical, coverage: 0, cosine });

describe('relevance', () => {
  it('trusts words more where they are rare', () => {
    expect(relevance(match(10, 0), 6)).toBeGreaterThan(relevance(match(10, 0), 2));
  });

  it('takes a lesson without vectors for one that is neither near nor far', () => {
    const unknown = relevance(match(0, null), 5);
    expect(unknown).toBeGreaterThan(relevance(match(0, 0.1), 5));
    expect(unknown).toBeLessThan(relevance(match(0, 0.4), 5));
  });

  it('makes nothing of a cosine near or below zero', () => {
    expect(relevance(match(0, 0.04), 5)).toBe(0);
    expect(relevance(match(0, -0.5), 5)).toBe(0);
  });

  it('rises with words and with meaning', () => {
    const share = fc.double({ min: 0.1, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), share, (lexical, cosine) => {
        const here = relevance(match(lexical, cosine), 5);
        expect(relevance(match(lexical + 1, cosine), 5)).toBeGreaterThan(here);
        expect(relevance(match(lexical, cosine + 0.1), 5)).toBeGreaterThan(here);
      }),
    );
  });
});

describe('aspects', () => {
  it('change nothing when there are none, and never take away', () => {
    expect(withAspects(7, [])).toBe(7);
    expect(withAspects(7, [0, 0])).toBe(7);
    expect(withAspects(7, [2, 0])).toBeGreaterThan(7);
  });

  it('count more when all fit than when one does', () => {
    expect(withAspects(7, [4, 4])).toBeGreaterThan(withAspects(7, [4, 0]));
  });
});
