import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexEntry } from '../../src/domain/retrieval/index-entry.ts';
import {
  addLessons,
  along,
  type ContractStore,
  MODEL,
  minute,
  moveLesson,
  newLesson,
  type OpenStore,
  sampleIndex,
  sampleLesson,
  sampleStep,
} from './samples.ts';

const words = (...text: string[]): Partial<IndexEntry> => ({ text });
const vectors = (...axes: number[]): Partial<IndexEntry> => ({
  text: ['schema'],
  vectors: axes.map((axis, index) => ({ kind: index === 0 ? 'text' : 'example', vector: along(axis) })),
  model: MODEL,
});

const trigger = (store: ContractStore, id: string, term: string, axis: number | null): Promise<void> =>
  store.unitOfWork.write(({ lessons }) =>
    lessons.addTrigger(
      'app',
      id,
      { text: term, at: minute(1), source: 'verdict' },
      { terms: [term], vector: axis === null ? null : along(axis) },
    ),
  );

export const describeLessonSearch = (name: string, open: OpenStore): void => {
  describe(`search by words: ${name}`, () => {
    it('puts lessons with rarer and more of the words first', async () => {
      const store = await open();
      await addLessons(
        store,
        newLesson('les_common', {}, words('schema', 'orders', 'column')),
        newLesson('les_rare', {}, words('schema', 'orders', 'lock')),
        newLesson('les_both', {}, words('schema', 'lock', 'lock')),
        newLesson('les_none', {}, words('parser', 'file', 'empty')),
      );
      const { search } = store.stores;
      expect(await search.lexical('app', 'served', ['schema', 'lock'], 9)).toEqual([
        'les_both',
        'les_rare',
        'les_common',
      ]);
      expect(await search.lexical('app', 'served', ['schema', 'lock'], 2)).toEqual(['les_both', 'les_rare']);
      expect(await search.lexical('app', 'served', ['absent'], 9)).toEqual([]);
      expect(await search.lexical('app', 'served', [], 9)).toEqual([]);
    });

    it('breaks ties by id, in whatever order they came', async () => {
      const store = await open();
      const ids = ['les_c', 'les_a', 'les_d', 'les_b'];
      await addLessons(store, ...ids.map((id) => newLesson(id)));
      expect(await store.stores.search.lexical('app', 'served', ['schema'], 3)).toEqual(['les_a', 'les_b', 'les_c']);
    });

    it('finds words of examples and triggers too', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a', {}, { text: ['schema'], example: ['orders'] }));
      await trigger(store, 'les_a', 'billing', null);
      for (const term of ['schema', 'orders', 'billing']) {
        expect(await store.stores.search.lexical('app', 'served', [term], 5)).toEqual(['les_a']);
      }
      expect(await store.stores.search.terms('app', ['les_a', 'les_unknown'])).toEqual([
        { lesson_id: 'les_a', text: ['schema'], example: ['orders'], trigger: ['billing'] },
      ]);
    });

    it('searches the newest eight triggers', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      for (let number = 1; number <= 9; number += 1) await trigger(store, 'les_a', `t${number}`, null);
      expect(await store.stores.search.lexical('app', 'served', ['t1'], 5)).toEqual([]);
      expect(await store.stores.search.lexical('app', 'served', ['t2'], 5)).toEqual(['les_a']);
      expect((await store.stores.search.terms('app', ['les_a']))[0]?.trigger).toEqual(
        Array.from({ length: 8 }, (_, index) => `t${index + 2}`),
      );
    });

    it('counts lessons, their mean length, and in how many a word occurs', async () => {
      const store = await open();
      await addLessons(
        store,
        newLesson('les_a', {}, { text: ['schema', 'schema'], example: ['orders'] }),
        newLesson('les_b', {}, words('schema')),
        newLesson('les_c', { state: 'proposed' }, words('schema', 'lock')),
      );
      const { search } = store.stores;
      expect(await search.corpus('app', 'served')).toEqual({ documents: 2, averageLength: 2 });
      expect(await search.corpus('app', 'waiting')).toEqual({ documents: 1, averageLength: 2 });
      expect(await search.corpus('unknown', 'served')).toEqual({ documents: 0, averageLength: 0 });
      expect(await search.documentFrequencies('app', 'served', ['schema', 'orders', 'lock', 'schema'])).toEqual(
        new Map([
          ['schema', 2],
          ['orders', 1],
        ]),
      );
    });

    it('follows a revision', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a', {}, words('before')));
      const next = sampleLesson('les_a', { version: 2, scope: { paths: ['db/**'] } });
      await store.unitOfWork.write(({ lessons }) => lessons.revise(next, sampleIndex(words('after')), 'ann'));
      const { search } = store.stores;
      expect(await search.lexical('app', 'served', ['before'], 5)).toEqual([]);
      expect(await search.lexical('app', 'served', ['after'], 5)).toEqual(['les_a']);
      expect(await search.scoped('app', 'served', 5)).toEqual([{ lesson_id: 'les_a', paths: ['db/**'] }]);
    });

    it('takes any term as a word and none as syntax', async () => {
      const store = await open();
      const hostile = [
        '"',
        "'",
        '" OR "',
        'NEAR(',
        'a*',
        '-a',
        'terms:a',
        '); DROP TABLE lesson; --',
        '\u0000',
        '',
        'x'.repeat(9_999),
      ];
      await addLessons(
        store,
        newLesson('les_a', {}, words('a', 'terms', ...hostile)),
        newLesson('les_b', {}, words('b')),
      );
      for (const term of hostile) {
        expect(await store.stores.search.lexical('app', 'served', [term], 5), term).toEqual(['les_a']);
        expect((await store.stores.search.documentFrequencies('app', 'served', [term])).get(term), term).toBe(1);
      }
      expect((await store.stores.lessons.list('app', {})).total).toBe(2);
    });

    it('keeps words apart that differ in any letter', async () => {
      const store = await open();
      const pairs = ['größe', 'grosse', 'große', 'résumé', 'resume', '表格', '表', 'ﬁle', 'file', 'İ', 'i', 'ı'];
      await addLessons(store, ...pairs.map((word, index) => newLesson(`les_${index}`, {}, words(word))));
      for (const [index, word] of pairs.entries()) {
        expect(await store.stores.search.lexical('app', 'served', [word], 9), word).toEqual([`les_${index}`]);
      }
    });

    it('answers queries of thousands of terms', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      const many = ['schema', ...Array.from({ length: 5_000 }, (_, index) => `t${index}`)];
      expect(await store.stores.search.lexical('app', 'served', many, 5)).toEqual(['les_a']);
    });
  });

  describe(`search by vectors: ${name}`, () => {
    it('puts lessons nearest first, each by its best field', async () => {
      const store = await open();
      await addLessons(
        store,
        newLesson('les_far', {}, vectors(9)),
        newLesson('les_near', {}, vectors(1)),
        newLesson(
          'les_example',
          {},
          { ...vectors(8), vectors: [...(vectors(8).vectors ?? []), { kind: 'example', vector: along(1, 2) }] },
        ),
      );
      const { search } = store.stores;
      expect(await search.dense('app', 'served', MODEL, along(1), 2)).toEqual(['les_near', 'les_example']);
      expect(await search.dense('app', 'served', MODEL, along(1), 9)).toEqual(['les_near', 'les_example', 'les_far']);
      expect(await search.dense('app', 'served', MODEL, along(1), 0)).toEqual([]);
    });

    it('breaks ties by id, also when more are equal than were asked for', async () => {
      const store = await open();
      const ids = Array.from({ length: 40 }, (_, index) => `les_${String((index * 7) % 40).padStart(2, '0')}`);
      await addLessons(store, ...ids.map((id) => newLesson(id, {}, vectors(1))));
      expect(await store.stores.search.dense('app', 'served', MODEL, along(1), 3)).toEqual([
        'les_00',
        'les_01',
        'les_02',
      ]);
    });

    it('finds as many lessons as asked for when each has many vectors', async () => {
      const store = await open();
      const crowded = {
        ...vectors(1),
        vectors: Array.from({ length: 6 }, (_, slot) => ({
          kind: slot === 0 ? ('text' as const) : ('example' as const),
          vector: along(1),
        })),
      };
      await addLessons(
        store,
        ...['les_a', 'les_b'].map((id) => newLesson(id, {}, crowded)),
        newLesson('les_c', {}, vectors(1, 2)),
      );
      for (let axis = 10; axis < 18; axis += 1) await trigger(store, 'les_a', `t${axis}`, axis);
      expect(await store.stores.search.dense('app', 'served', MODEL, along(1, 12), 3)).toEqual([
        'les_a',
        'les_b',
        'les_c',
      ]);
    });

    it('never compares vectors of different models', async () => {
      const store = await open();
      await addLessons(
        store,
        newLesson('les_a', {}, vectors(1)),
        newLesson('les_b', {}, { ...vectors(1), model: 'model-b' }),
      );
      const { search } = store.stores;
      expect(await search.dense('app', 'served', MODEL, along(1), 5)).toEqual(['les_a']);
      expect(await search.dense('app', 'served', 'model-b', along(1), 5)).toEqual(['les_b']);
      expect(await search.dense('app', 'served', 'model-c', along(1), 5)).toEqual([]);
      const similarities = await search.similarities('app', MODEL, ['les_a', 'les_b'], [along(1)]);
      expect(similarities.get('les_b')).toEqual([{ text: null, example: null, trigger: null }]);
    });

    it('gives the best cosine of each field for each query vector, in their order', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a', {}, vectors(1, 2)), newLesson('les_b'));
      await trigger(store, 'les_a', 'one', 3);
      await trigger(store, 'les_a', 'two', 4);
      const found = await store.stores.search.similarities(
        'app',
        MODEL,
        ['les_a', 'les_b', 'les_x'],
        [along(4), along(1, 2)],
      );
      expect(found.get('les_a')?.[0]).toEqual({ text: 0, example: 0, trigger: 1 });
      expect(found.get('les_a')?.[1]?.text).toBeCloseTo(Math.SQRT1_2, 6);
      expect(found.get('les_b')).toHaveLength(2);
      expect(found.has('les_x')).toBe(false);
    });

    it('searches a lesson without vectors by its words only, until they come', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      const { search } = store.stores;
      expect(await search.dense('app', 'served', MODEL, along(1), 5)).toEqual([]);
      await store.unitOfWork.write(({ lessons }) =>
        lessons.replaceIndex('app', 'les_a', 1, sampleIndex(vectors(1)), []),
      );
      expect(await search.dense('app', 'served', MODEL, along(1), 5)).toEqual(['les_a']);
    });
  });

  describe(`pools and projects: ${name}`, () => {
    it('serves a lesson in the pool of its state, in none when retired, and again when it comes back', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a', { scope: { paths: ['db/**'] } }, vectors(1)));
      const where = async () => {
        const { search } = store.stores;
        const pools: string[] = [];
        for (const pool of ['served', 'waiting'] as const) {
          const found = [
            ...(await search.lexical('app', pool, ['schema'], 5)),
            ...(await search.dense('app', pool, MODEL, along(1), 5)),
            ...(await search.scoped('app', pool, 5)).map(({ lesson_id }) => lesson_id),
          ];
          if (found.length > 0) pools.push(`${pool} ${found.length}`);
        }
        return pools.join();
      };
      expect(await where()).toBe('served 3');
      await moveLesson(store, 'les_a', 'active', 'disputed');
      expect(await where()).toBe('waiting 3');
      await moveLesson(store, 'les_a', 'disputed', 'retired');
      expect(await where()).toBe('');
      await moveLesson(store, 'les_a', 'retired', 'proposed');
      expect(await where()).toBe('waiting 3');
      await moveLesson(store, 'les_a', 'proposed', 'provisional');
      expect(await where()).toBe('served 3');
      await moveLesson(store, 'les_a', 'provisional', 'quarantined');
      expect(await where()).toBe('waiting 3');
      await moveLesson(store, 'les_a', 'quarantined', 'superseded');
      expect(await where()).toBe('');
    });

    it('lists lessons with scope paths or citations', async () => {
      const store = await open();
      const citations = [{ path: 'src/a.ts', line: 2 }, { path: 'src/a.ts' }];
      await addLessons(
        store,
        newLesson('les_b', { citations, scope: { paths: ['db/**'] } }),
        newLesson('les_a', { citations: [{ path: 'README.md' }] }),
        newLesson('les_c', { scope: { languages: ['sql'] } }),
      );
      expect(await store.stores.search.scoped('app', 'served', 5)).toEqual([
        { lesson_id: 'les_a', paths: ['README.md'] },
        { lesson_id: 'les_b', paths: ['db/**', 'src/a.ts'] },
      ]);
      expect(await store.stores.search.scoped('app', 'served', 1)).toHaveLength(1);
    });

    it('sees nothing of another project, by any method', async () => {
      const store = await open();
      await addLessons(
        store,
        newLesson('les_a', { scope: { paths: ['db/**'] } }, vectors(1)),
        newLesson('les_b', { project: 'other' }, words('parser')),
      );
      const { search } = store.stores;
      expect(await search.lexical('other', 'served', ['schema'], 5)).toEqual([]);
      expect(await search.dense('other', 'served', MODEL, along(1), 5)).toEqual([]);
      expect(await search.scoped('other', 'served', 5)).toEqual([]);
      expect(await search.terms('other', ['les_a'])).toEqual([]);
      expect((await search.similarities('other', MODEL, ['les_a'], [along(1)])).size).toBe(0);
      expect((await search.documentFrequencies('other', 'served', ['schema'])).size).toBe(0);
      expect(await search.corpus('other', 'served')).toEqual({ documents: 1, averageLength: 1 });
    });

    it('ranks a project alike whatever other projects and pools hold', async () => {
      const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 6 });
      const corpus = fc.array(letters, { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(corpus, corpus, letters, async (own, others, query) => {
          const alone = await open();
          const among = await open();
          const lessons = own.map((text, index) => newLesson(`les_${index}`, {}, words(...text)));
          const noise = others.flatMap((text, index) => [
            newLesson(`les_${index}`, { project: 'other' }, words(...text)),
            newLesson(`les_waiting${index}`, { state: 'proposed' }, words(...text)),
          ]);
          await addLessons(alone, ...lessons);
          await addLessons(among, ...noise, ...lessons);
          const answers = await Promise.all(
            [alone, among].map(async ({ stores: { search } }) => ({
              lexical: await search.lexical('app', 'served', query, 5),
              frequencies: await search.documentFrequencies('app', 'served', query),
              corpus: await search.corpus('app', 'served'),
            })),
          );
          expect(answers[1]).toEqual(answers[0]);
        }),
        { numRuns: 15 },
      );
    });

    it('keeps a moved lesson with its steps', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a', {}, vectors(1)));
      await store.unitOfWork.write(async ({ lessons, search }) => {
        await lessons.move('app', sampleStep('les_a', { from: 'active', to: 'retired' }));
        expect(await search.lexical('app', 'served', ['schema'], 5)).toEqual([]);
      });
      expect(await store.stores.search.dense('app', 'served', MODEL, along(1), 5)).toEqual([]);
    });
  });
};
