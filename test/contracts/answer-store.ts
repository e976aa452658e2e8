import { describe, expect, it } from 'vitest';
import { minute, type OpenStore } from './samples.ts';

const slot = { project: 'app', principal: 'ann', verb: 'propose_lesson', key: 'k1' };
const entry = { fingerprint: 'f1', answer: '{"lesson_id":"les_a"}', at: minute(0) };

export const describeAnswerStore = (name: string, open: OpenStore): void => {
  describe(`answers already given: ${name}`, () => {
    it('come back as they were kept', async () => {
      const store = await open();
      expect(await store.stores.answers.find(slot)).toBeNull();
      await store.unitOfWork.write(({ answers }) => answers.keep(slot, entry));
      expect(await store.stores.answers.find(slot)).toEqual({ fingerprint: 'f1', answer: entry.answer });
    });

    it.each(Object.keys(slot))('are apart by %s', async (part) => {
      const store = await open();
      const other = { ...slot, [part]: 'another' };
      await store.unitOfWork.write(({ answers }) => answers.keep(slot, entry));
      expect(await store.stores.answers.find(other)).toBeNull();
      await store.unitOfWork.write(({ answers }) => answers.keep(other, { ...entry, answer: '{}' }));
      expect((await store.stores.answers.find(slot))?.answer).toBe(entry.answer);
    });

    it('undo a second write under the same key, and stay the first', async () => {
      const store = await open();
      await store.unitOfWork.write(({ answers }) => answers.keep(slot, entry));
      const second = store.unitOfWork.write(async ({ answers, directory }) => {
        await directory.addProject('second', minute(1));
        await answers.keep(slot, { ...entry, answer: '{"lesson_id":"les_b"}' });
      });
      await expect(second).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await store.stores.answers.find(slot))?.answer).toBe(entry.answer);
      expect(await store.stores.directory.listProjects()).toEqual([]);
    });
  });
};
