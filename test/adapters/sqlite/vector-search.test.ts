import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLessons, MODEL, newLesson } from '../../contracts/samples.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const unit = (numbers: readonly number[]): Float32Array => {
  const vector = new Float32Array(384);
  for (const [index, number] of numbers.entries()) vector[index * 7] = number;
  const length = Math.hypot(...vector) || 1;
  return vector.map((number) => number / length);
};
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, number, index) => sum + number * (b[index] ?? 0), 0);

describe('the nearest lessons', () => {
  it('are those that comparing each with each finds', async () => {
    const direction = fc.array(
      fc.integer({ min: -9, max: 9 }).filter((number) => number !== 0),
      { minLength: 5, maxLength: 5 },
    );
    const lessons = fc.array(fc.array(direction, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(lessons, direction, fc.integer({ min: 1, max: 10 }), async (all, asked, limit) => {
        const store = await openTestStore();
        const query = unit(asked);
        const entries = all.map((directions, index) => ({
          id: `les_${String(index).padStart(2, '0')}`,
          vectors: directions.map(unit),
        }));
        await addLessons(
          store,
          ...entries.map(({ id, vectors }) =>
            newLesson(
              id,
              {},
              {
                model: MODEL,
                vectors: vectors.map((vector, slot) => ({ kind: slot === 0 ? 'text' : 'example', vector })),
              },
            ),
          ),
        );
        const best = new Map(
          entries.map(({ id, vectors }) => [id, Math.max(...vectors.map((vector) => cosine(query, vector)))]),
        );
        const found = await store.stores.search.dense('app', 'served', MODEL, query, limit);
        const expected = [...best.values()].sort((a, b) => b - a).slice(0, limit);
        expect(found).toHaveLength(expected.length);
        for (const [rank, id] of found.entries()) expect(best.get(id)).toBeCloseTo(expected[rank] ?? 0, 4);
        const similarities = await store.stores.search.similarities('app', MODEL, found, [query]);
        for (const [id, [similarity]] of similarities) {
          const own = [similarity?.text, similarity?.example].filter((one) => typeof one === 'number');
          expect(Math.max(...own)).toBeCloseTo(best.get(id) ?? 0, 4);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('need vectors of a length that a table can hold', async () => {
    const store = await openTestStore();
    const short = { model: MODEL, vectors: [{ kind: 'text' as const, vector: new Float32Array(5_000) }] };
    await expect(addLessons(store, newLesson('les_a', {}, short))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect((await store.stores.lessons.list('app', {})).total).toBe(0);
  });
});
