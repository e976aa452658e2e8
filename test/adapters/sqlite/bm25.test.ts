import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf, withinReach } from '../../../src/adapters/sqlite/bm25.ts';

describe('the score of a document', () => {
  it('is that of the formula', () => {
    // idf 2, once, at the mean length: 2 · 1 · 2.2 / (1 + 1.2) = 2; twice: 2 · 2 · 2.2 / (2 + 1.2) = 2.75.
    expect(scoreOf([{ idf: 2, count: 1 }], 10, 10)).toBeCloseTo(2, 12);
    expect(scoreOf([{ idf: 2, count: 2 }], 10, 10)).toBeCloseTo(2.75, 12);
    // Half the mean length: 1.2 · (0.25 + 0.75 / 2) = 0.75, so 4.4 / 1.75.
    expect(scoreOf([{ idf: 2, count: 1 }], 5, 10)).toBeCloseTo(4.4 / 1.75, 12);
    expect(scoreOf([], 5, 10)).toBe(0);
  });
});

describe('documents within reach', () => {
  const match = fc.record({
    idf: fc.double({ min: 0.01, max: 9, noNaN: true }),
    count: fc.integer({ min: 1, max: 5 }),
  });
  const document = fc.record({
    matches: fc.array(match, { minLength: 1, maxLength: 4 }),
    length: fc.integer({ min: 1, max: 200 }),
  });

  it('hold all of the best', () => {
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 10 }),
        (all, limit) => {
          const lengths = all.map(({ length }) => length);
          const averageLength = lengths.reduce((sum, length) => sum + length, 0) / all.length;
          const range = { averageLength, shortest: Math.min(...lengths), longest: Math.max(...lengths) };
          const kept = new Set(withinReach(new Map(all.map(({ matches }, id) => [id, matches])), range, limit));
          const scores = all.map(({ matches, length }) => scoreOf(matches, length, averageLength));
          const worst = [...scores].sort((a, b) => b - a)[Math.min(limit, all.length) - 1] ?? 0;
          for (const [id, score] of scores.entries()) if (score >= worst) expect(kept.has(id)).toBe(true);
        },
      ),
    );
  });

  it('leave out what has only a common word', () => {
    const documents = new Map(Array.from({ length: 100 }, (_, id) => [id, [{ idf: id < 3 ? 8 : 0.1, count: 1 }]]));
    expect(withinReach(documents, { averageLength: 10, shortest: 5, longest: 20 }, 3)).toEqual([0, 1, 2]);
  });
});
