import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Postings, scoresOf, withinReach } from '../../../src/adapters/sqlite/bm25.ts';

const score = (matches: readonly (readonly [idf: number, count: number])[], length: number): number | undefined =>
  scoresOf(
    matches.map(([idf, count]) => ({ idf, documents: Array.from({ length: count }, () => 3) })),
    new Map([[3, length]]),
    10,
  ).get(3);

describe('the score of a document', () => {
  it('is that of the formula', () => {
    // idf 2, once, at the mean length: 2 · 1 · 2.2 / (1 + 1.2) = 2; twice: 2 · 2 · 2.2 / (2 + 1.2) = 2.75.
    expect(score([[2, 1]], 10)).toBeCloseTo(2, 12);
    expect(score([[2, 2]], 10)).toBeCloseTo(2.75, 12);
    // Half the mean length: 1.2 · (0.25 + 0.75 / 2) = 0.75, so 4.4 / 1.75.
    expect(score([[2, 1]], 5)).toBeCloseTo(4.4 / 1.75, 12);
    // Two terms add up.
    expect(
      score(
        [
          [2, 1],
          [2, 2],
        ],
        10,
      ),
    ).toBeCloseTo(4.75, 12);
  });

  it('is told of those alone whose length is given', () => {
    const postings: Postings[] = [{ idf: 1, documents: [0, 1, 1, 4] }];
    expect([
      ...scoresOf(
        postings,
        new Map([
          [1, 5],
          [2, 5],
        ]),
        5,
      ).keys(),
    ]).toEqual([1]);
    expect(scoresOf([], new Map([[1, 5]]), 5).size).toBe(0);
  });
});

describe('documents within reach', () => {
  const term = fc.record({
    idf: fc.double({ min: 0.01, max: 9, noNaN: true }),
    documents: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 60 }).map((all) => all.sort((a, b) => a - b)),
  });

  it('hold all of the best', () => {
    fc.assert(
      fc.property(
        fc.array(term, { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 41, maxLength: 41 }),
        fc.integer({ min: 1, max: 10 }),
        (postings, lengths, limit) => {
          const averageLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
          const range = { averageLength, shortest: Math.min(...lengths), longest: Math.max(...lengths) };
          const kept = new Set(withinReach(postings, range, limit));
          const scores = [...scoresOf(postings, new Map(lengths.entries()), averageLength)].sort((a, b) => b[1] - a[1]);
          const worst = scores[Math.min(limit, scores.length) - 1]?.[1] ?? 0;
          for (const [document, value] of scores) if (value >= worst) expect(kept.has(document)).toBe(true);
        },
      ),
    );
  });

  it('leave out what has only a common word', () => {
    const postings = [
      { idf: 8, documents: [0, 1, 2] },
      { idf: 0.1, documents: Array.from({ length: 97 }, (_, index) => index + 3) },
    ];
    expect(withinReach(postings, { averageLength: 10, shortest: 5, longest: 20 }, 3)).toEqual([0, 1, 2]);
  });
});
