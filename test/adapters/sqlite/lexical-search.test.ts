import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLessons, newLesson } from '../../contracts/samples.ts';
import { openTestStore } from '../../support/open-test-store.ts';

/** BM25 as the textbook has it, over whole texts. */
const bm25 = (texts: readonly (readonly string[])[], query: readonly string[], text: readonly string[]): number => {
  const mean = texts.reduce((sum, one) => sum + one.length, 0) / texts.length;
  return [...new Set(query)].reduce((score, term) => {
    const holding = texts.filter((one) => one.includes(term)).length;
    const count = text.filter((word) => word === term).length;
    const idf = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
    return score + (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * text.length) / mean));
  }, 0);
};

describe('lessons by their words', () => {
  it('come in the order of BM25, computed over whole texts', async () => {
    const words = fc.array(fc.constantFrom('lock', 'schema', 'größe', 'orders', 'x', 'y'), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 25 }), words, async (texts, query) => {
        const store = await openTestStore();
        await addLessons(store, ...texts.map((text, index) => newLesson(`les_${index}`, {}, { text })));
        const found = await store.stores.search.lexical('app', 'served', query, 50);
        const scores = found.map((id) => bm25(texts, query, texts[Number(id.slice('les_'.length))] ?? []));
        expect(found).toHaveLength(texts.filter((text) => text.some((word) => query.includes(word))).length);
        for (const [rank, score] of scores.entries()) {
          expect(score).toBeGreaterThan(0);
          if (rank > 0) expect(score).toBeLessThanOrEqual((scores[rank - 1] ?? 0) + 1e-9);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are found by their rare words when common ones would cost too much', async () => {
    const store = await openTestStore();
    const many = Array.from({ length: 8_500 }, (_, index) =>
      newLesson(`les_${index}`, {}, { text: ['common', `own${index}`] }),
    );
    await addLessons(store, ...many);
    expect(await store.stores.search.lexical('app', 'served', ['common', 'own77'], 3)).toEqual(['les_77']);
    expect(await store.stores.search.lexical('app', 'served', ['common'], 3)).toHaveLength(3);
  });
});
