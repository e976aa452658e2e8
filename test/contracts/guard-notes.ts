import { describe, expect, it } from 'vitest';
import { addLessons, minute, newLesson, type OpenStore } from './samples.ts';

const finding = { guard: 'commands', rule: 'downloads and runs', field: 'rule', version: 1, at: minute(1) } as const;
const clearance = { version: 1, rules: ['downloads and runs'], by: 'ben', at: minute(2) };

export const describeGuardNotes = (name: string, open: OpenStore): void => {
  describe(`guard notes: ${name}`, () => {
    it('come back in order, and to nobody of another project', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'), newLesson('les_a', { project: 'other' }));
      await store.unitOfWork.write(async ({ guardNotes }) => {
        await guardNotes.keep('app', 'les_a', [finding, { ...finding, field: 'why' }]);
        await guardNotes.clear('app', 'les_a', clearance);
      });
      const { guardNotes } = store.stores;
      expect(await guardNotes.findingsOf('app', 'les_a')).toEqual([finding, { ...finding, field: 'why' }]);
      expect(await guardNotes.clearancesOf('app', 'les_a')).toEqual([clearance]);
      expect(await guardNotes.findingsOf('other', 'les_a')).toEqual([]);
      expect(await guardNotes.clearancesOf('other', 'les_a')).toEqual([]);
    });
  });

  describe(`authors of active lessons: ${name}`, () => {
    it('are counted once each, in their project, up to a number', async () => {
      const store = await open();
      const by = (author: string) => ({ provenance: { source: 'human' as const, author, at: minute(0) } });
      await addLessons(
        store,
        newLesson('les_a', by('ann')),
        newLesson('les_b', by('ann')),
        newLesson('les_c', by('ben')),
        newLesson('les_d', { ...by('dan'), state: 'proposed' }),
        newLesson('les_e', { ...by('eva'), project: 'other' }),
      );
      expect(await store.stores.lessons.activeAuthors('app', 9)).toBe(2);
      expect(await store.stores.lessons.activeAuthors('app', 1)).toBe(1);
    });
  });
};
