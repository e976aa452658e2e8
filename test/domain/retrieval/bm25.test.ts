import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bm25,
  countTerms,
  coverage,
  inverseDocumentFrequency,
  rarity,
  termWeights,
} from '../../../src/domain/retrieval/bm25.ts';

const count = fc.integer({ min: 1, max: 50 });

describe('the rarity of a term', () => {
  it('is above zero and falls with the lessons that hold it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.nat(5_000), (documents, held) => {
        const frequency = Math.min(held, documents);
        const here = inverseDocumentFrequency('vaultline', documents, frequency);
        expect(here).toBeGreaterThan(0);
        if (frequency < documents)
          expect(inverseDocumentFrequency('vaultline', documents, frequency + 1)).toBeLessThan(here);
      }),
    );
  });

  it('knows common words even in a store of one', () => {
    expect(inverseDocumentFrequency('test', 1, 1)).toBeLessThan(inverseDocumentFrequency('vaultline', 1, 1));
  });

  it('of a query is the mean of its terms, and zero without any', () => {
    const weights = new Map([
      ['a', 2],
      ['b', 4],
    ]);
    expect(rarity(weights)).toBe(3);
    expect(rarity(new Map())).toBe(0);
  });

  it('counts a repeated term of the query once', () => {
    const corpus = { documents: 10, averageLength: 5 };
    expect([...termWeights(['x', 'y', 'x'], corpus, new Map([['x', 2]])).keys()]).toEqual(['x', 'y']);
  });
});

describe('BM25', () => {
  const weights = new Map([['schema', 3]]);

  it('is the published formula', () => {
    // idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average)) with k1 = 1.2 and b = .75
    expect(bm25(weights, new Map([['schema', 2]]), 20, 10)).toBeCloseTo((3 * 2 * 2.2) / (2 + 1.2 * 1.75), 10);
  });

  it('is zero for a lesson without the words', () => {
    expect(bm25(weights, new Map([['other', 2]]), 20, 10)).toBe(0);
    expect(bm25(new Map(), new Map([['schema', 2]]), 20, 0)).toBe(0);
  });

  it('rises with each occurrence, falls with length, and stays below its limit', () => {
    fc.assert(
      fc.property(count, count, count, (times, length, average) => {
        const score = bm25(weights, new Map([['schema', times]]), length, average);
        expect(bm25(weights, new Map([['schema', times + 1]]), length, average)).toBeGreaterThan(score);
        expect(bm25(weights, new Map([['schema', times]]), length + 1, average)).toBeLessThan(score);
        expect(score).toBeLessThan(3 * 2.2);
      }),
    );
  });
});

describe('coverage', () => {
  const weights = new Map([
    ['rare', 6],
    ['common', 2],
  ]);

  it('is the share of the weight that a lesson holds', () => {
    expect(coverage(weights, countTerms(['rare'], ['rare']))).toBe(0.75);
    expect(coverage(weights, countTerms(['rare', 'common', 'more']))).toBe(1);
    expect(coverage(weights, new Map())).toBe(0);
    expect(coverage(new Map(), countTerms(['rare']))).toBe(0);
  });

  it('counts the terms of all fields together', () => {
    expect(countTerms(['a', 'b'], [], ['a'])).toEqual(
      new Map([
        ['a', 2],
        ['b', 1],
      ]),
    );
  });
});
