import { describe, expect, it } from 'vitest';
import { addLessons, along, MODEL, minute, newLesson, type OpenStore, sampleStep } from './samples.ts';

export const describeUnitOfWork = (name: string, open: OpenStore): void => {
  describe(`unit of work: ${name}`, () => {
    it('gives back what the work gives', async () => {
      const store = await open();
      expect(await store.unitOfWork.write(async () => 42)).toBe(42);
    });

    it('keeps nothing of a write that throws, and passes the error on', async () => {
      const store = await open();
      const index = { text: ['schema'], vectors: [{ kind: 'text' as const, vector: along(1) }], model: MODEL };
      const failure = new Error('no');
      const write = store.unitOfWork.write(async ({ directory, lessons }) => {
        await directory.addProject('app', minute(0));
        await lessons.add(newLesson('les_a', {}, index));
        throw failure;
      });
      await expect(write).rejects.toBe(failure);
      const { directory, lessons, search } = store.stores;
      expect(await directory.listProjects()).toEqual([]);
      expect(await lessons.find('app', 'les_a')).toBeNull();
      expect(await search.lexical('app', 'served', ['schema'], 5)).toEqual([]);
      expect(await search.dense('app', 'served', MODEL, along(1), 5)).toEqual([]);
      await addLessons(store, newLesson('les_a', {}, index));
      expect(await search.dense('app', 'served', MODEL, along(1), 5)).toEqual(['les_a']);
    });

    it('lets the work see its own writes, and nobody else before they are done', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'));
      await store.unitOfWork.write(async ({ lessons, search }) => {
        await lessons.move('app', sampleStep('les_a', { from: 'active', to: 'retired' }));
        await lessons.add(newLesson('les_b', {}, { text: ['fresh'] }));
        expect((await lessons.find('app', 'les_a'))?.state).toBe('retired');
        expect(await search.lexical('app', 'served', ['fresh'], 5)).toEqual(['les_b']);
        expect((await store.stores.lessons.find('app', 'les_a'))?.state).toBe('active');
        expect(await store.stores.lessons.find('app', 'les_b')).toBeNull();
        expect(await store.stores.search.lexical('app', 'served', ['fresh'], 5)).toEqual([]);
      });
      expect(await store.stores.search.lexical('app', 'served', ['fresh'], 5)).toEqual(['les_b']);
    });

    it('does writes one after the other, in the order asked, and goes on after a failed one', async () => {
      const store = await open();
      const order: string[] = [];
      const step = (label: string, pause: number) =>
        store.unitOfWork.write(async () => {
          order.push(`${label} begins`);
          for (let turn = 0; turn < pause; turn += 1) await Promise.resolve();
          order.push(`${label} ends`);
          if (label === 'b') throw new Error('no');
        });
      const results = await Promise.allSettled([step('a', 20), step('b', 5), step('c', 0)]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    });
  });
};
