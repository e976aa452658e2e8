import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAINTY } from '../../../src/domain/retrieval/constants.ts';
import { certainty } from '../../../src/domain/retrieval/decision.ts';
import type { Match } from '../../../src/domain/retrieval/fusion.ts';

const share = fc.double({ min: 0, max: 0.9, noNaN: true });
const lexical = fc.double({ min: 0, max: 60, noNaN: true });
const match = fc.record({ lexical, coverage: share, cosine: fc.option(share) });
const nothing: Match = { lexical: 0, coverage: 0, cosine: 0 };
const strong: Match = { lexical: 30, coverage: 0.9, cosine: 0.8 };

describe('certainty', () => {
  it('is a probability, whatever matches', () => {
    fc.assert(
      fc.property(match, fc.array(match, { maxLength: 5 }), fc.nat(100_000), share, (query, aspects, size, scope) => {
        const sure = certainty(query, aspects, size, scope);
        expect(sure).toBeGreaterThanOrEqual(0);
        expect(sure).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('falls with the size of the store and rises with matching paths', () => {
    fc.assert(
      fc.property(match, fc.integer({ min: 1, max: 10_000 }), (query, size) => {
        const sure = certainty(query, [], size);
        expect(certainty(query, [], size * 10)).toBeLessThan(sure);
        expect(certainty(query, [], size, 1)).toBeGreaterThan(sure);
      }),
    );
  });

  it('rises with meaning, with covered words and with their weight', () => {
    fc.assert(
      fc.property(lexical, share, share, (words, coverage, cosine) => {
        const here = certainty({ lexical: words, coverage, cosine }, [], 30);
        expect(certainty({ lexical: words, coverage, cosine: cosine + 0.1 }, [], 30)).toBeGreaterThan(here);
        expect(certainty({ lexical: words, coverage: coverage + 0.1, cosine }, [], 30)).toBeGreaterThan(here);
        expect(certainty({ lexical: words + 5, coverage, cosine }, [], 30)).toBeGreaterThan(here);
      }),
    );
  });

  it('is on the right side of the threshold for a clear match and for none, with vectors and without', () => {
    for (const cosine of [true, false]) {
      const only = (one: Match): Match => (cosine ? one : { ...one, cosine: null });
      expect(certainty(only(strong), [], 30)).toBeGreaterThan(CERTAINTY.threshold);
      expect(certainty(only(nothing), [], 30)).toBeLessThan(CERTAINTY.threshold);
      expect(certainty(only(nothing), [only(nothing)], 30)).toBeLessThan(CERTAINTY.threshold);
    }
  });

  it('has aspects say which way: one that fits lifts, one that does not lowers', () => {
    const weak: Match = { lexical: 5, coverage: 0.3, cosine: 0.4 };
    expect(certainty(weak, [strong], 30)).toBeGreaterThan(certainty(weak, [], 30));
    expect(certainty(weak, [nothing], 30)).toBeLessThan(certainty(weak, [], 30));
  });
});
