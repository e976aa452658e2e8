import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAINTY } from '../../../src/domain/retrieval/constants.ts';
import { certainty, type Evidence, features } from '../../../src/domain/retrieval/decision.ts';
import type { Match } from '../../../src/domain/retrieval/fusion.ts';
import type { Standing } from '../../../src/domain/retrieval/standing.ts';

const share = fc.double({ min: 0, max: 0.9, noNaN: true });
const lexical = fc.double({ min: 0, max: 60, noNaN: true });
const match = fc.record({ lexical, coverage: share, cosine: fc.option(share) });
const nothing: Match = { lexical: 0, coverage: 0, cosine: 0 };
const weak: Match = { lexical: 5, coverage: 0.3, cosine: 0.35 };
const strong: Match = { lexical: 30, coverage: 0.9, cosine: 0.8 };
const apart = { queryMeaning: 0, queryWords: 0, aspectsMeaning: 0, aspectsWords: 0 };
const standing = (rest: Partial<Standing> = {}): Standing => ({ margin: 0.2, lead: 2, closest: apart, ...rest });
const of = (query: Match, rest: Partial<Evidence> = {}): Evidence => ({
  query,
  aspects: [],
  queryTerms: 8,
  documents: 30,
  standing: standing(),
  scope: 0,
  ...rest,
});

describe('certainty', () => {
  it('is a probability, whatever matches', () => {
    const evidence = fc.record({
      query: match,
      aspects: fc.array(match, { maxLength: 5 }),
      queryTerms: fc.nat(500),
      documents: fc.nat(100_000),
      standing: fc.record({
        margin: fc.double({ min: 0, max: 2, noNaN: true }),
        lead: fc.double({ min: 0, max: 200, noNaN: true }),
        closest: fc.record({ queryMeaning: share, queryWords: share, aspectsMeaning: share, aspectsWords: share }),
      }),
      scope: share,
    });
    fc.assert(
      fc.property(evidence, (one) => {
        expect(certainty(one)).toBeGreaterThanOrEqual(0);
        expect(certainty(one)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('falls with the size of the store; rises with matching paths and with the lead over others', () => {
    fc.assert(
      fc.property(match, fc.integer({ min: 1, max: 10_000 }), (query, documents) => {
        const sure = certainty(of(query, { documents }));
        expect(certainty(of(query, { documents: documents * 10 }))).toBeLessThan(sure);
        expect(certainty(of(query, { documents, scope: 1 }))).toBeGreaterThan(sure);
        expect(certainty(of(query, { documents, standing: standing({ margin: 1 }) }))).toBeGreaterThan(sure);
      }),
    );
  });

  it('rises with meaning and with words', () => {
    fc.assert(
      fc.property(lexical, share, (words, cosine) => {
        const here = certainty(of({ lexical: words, coverage: 0.5, cosine }));
        expect(certainty(of({ lexical: words, coverage: 0.5, cosine: cosine + 0.1 }))).toBeGreaterThan(here);
        expect(certainty(of({ lexical: words + 5, coverage: 0.5, cosine }))).toBeGreaterThan(here);
      }),
    );
  });

  it('is on the right side of the threshold for a clear match and for none, with vectors and without', () => {
    for (const cosine of [true, false]) {
      const only = (one: Match): Match => (cosine ? one : { ...one, cosine: null });
      for (const documents of [1, 30, 10_000]) {
        expect(certainty(of(only(strong), { documents, standing: standing({ margin: 0.7 }) }))).toBeGreaterThan(
          CERTAINTY.threshold,
        );
        expect(certainty(of(only(nothing), { documents, standing: standing({ margin: 0, lead: 0 }) }))).toBeLessThan(
          CERTAINTY.threshold,
        );
        expect(
          certainty(
            of(only(nothing), { documents, standing: standing({ margin: 0, lead: 0 }), aspects: [only(nothing)] }),
          ),
        ).toBeLessThan(CERTAINTY.threshold);
      }
    }
  });

  it('has aspects say which way: one that fits lifts, one that does not lowers', () => {
    expect(certainty(of(weak, { aspects: [strong] }))).toBeGreaterThan(certainty(of(weak)));
    expect(certainty(of(weak, { aspects: [nothing] }))).toBeLessThan(certainty(of(weak)));
  });

  it('has a weight for each feature', () => {
    const { length } = features(of(weak, { aspects: [weak] }));
    for (const { plain, withAspects } of [CERTAINTY.hybrid, CERTAINTY.words]) {
      expect([plain.length, withAspects.length]).toEqual([length, length]);
    }
  });
});
