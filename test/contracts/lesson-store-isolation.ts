import { describe, expect, it } from 'vitest';
import type { LessonStore } from '../../src/ports/lesson-store.ts';
import {
  addLessons,
  along,
  MODEL,
  minute,
  newLesson,
  type OpenStore,
  sampleIndex,
  sampleLesson,
  sampleStep,
} from './samples.ts';

/** What another project could try with the id of a lesson that is not its own. */
const ATTEMPTS: Record<string, (lessons: LessonStore) => Promise<unknown>> = {
  revise: (lessons) => lessons.revise(sampleLesson('les_a', { project: 'other', version: 2 }), sampleIndex(), 'eve'),
  move: (lessons) => lessons.move('other', sampleStep('les_a', { from: 'active', to: 'retired' })),
  addEvidence: (lessons) => lessons.addEvidence('other', 'les_a', { kind: 'ci', by: 'eve', at: minute(1) }),
  addTrigger: (lessons) =>
    lessons.addTrigger(
      'other',
      'les_a',
      { text: 'x', at: minute(1), source: 'person' },
      { terms: ['x'], vector: along(3) },
    ),
  vote: (lessons) => lessons.vote('other', 'les_a', { verdict: 'harmful', weight: 1, by: 'eve', at: minute(1) }),
  setCritical: (lessons) => lessons.setCritical('other', 'les_a', true),
  link: (lessons) => lessons.link('other', 'les_a', [{ lesson_id: 'les_x', relation: 'conflict', similarity: 1 }]),
};

/** One probe a method: the id of a lesson of `app`, asked for from `other`. */
export const describeLessonIsolation = (name: string, open: OpenStore): void => {
  describe(`lessons of another project: ${name}`, () => {
    it('are not read', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'), newLesson('les_own', { project: 'other' }));
      const { lessons } = store.stores;
      expect(await lessons.find('other', 'les_a')).toBeNull();
      expect(await lessons.record('other', 'les_a')).toBeNull();
      expect((await lessons.list('other', {})).items.map(({ lesson_id }) => lesson_id)).toEqual(['les_own']);
      expect((await lessons.withoutVectors('other', MODEL, 9)).map(({ lesson_id }) => lesson_id)).toEqual(['les_own']);
      expect(await lessons.list('unknown', {})).toEqual({ items: [], total: 0 });
    });

    it.each(Object.keys(ATTEMPTS))('are not changed by %s', async (method) => {
      const store = await open();
      await addLessons(store, newLesson('les_a'), newLesson('les_own', { project: 'other' }));
      const before = await store.stores.lessons.record('app', 'les_a');
      await expect(store.unitOfWork.write(async ({ lessons }) => ATTEMPTS[method]?.(lessons))).rejects.toMatchObject({
        name: 'HoneError',
      });
      expect(await store.stores.lessons.record('app', 'les_a')).toEqual(before);
    });

    it('are not reindexed', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'), newLesson('les_own', { project: 'other' }));
      const index = sampleIndex({ text: ['stolen'] });
      expect(await store.unitOfWork.write(({ lessons }) => lessons.replaceIndex('other', 'les_a', 1, index, []))).toBe(
        false,
      );
      expect(await store.stores.search.lexical('app', 'served', ['stolen'], 5)).toEqual([]);
    });

    it('may have the same id, and each stays its own', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'), newLesson('les_a', { project: 'other', rule: 'Another rule.' }));
      await store.unitOfWork.write(({ lessons }) =>
        lessons.move('other', sampleStep('les_a', { from: 'active', to: 'retired' })),
      );
      expect(await store.stores.lessons.find('app', 'les_a')).toEqual(sampleLesson('les_a'));
      expect(await store.stores.search.lexical('app', 'served', ['schema'], 5)).toEqual(['les_a']);
      expect(await store.stores.search.lexical('other', 'served', ['schema'], 5)).toEqual([]);
    });
  });
};
