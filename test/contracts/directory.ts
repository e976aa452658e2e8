import { describe, expect, it } from 'vitest';
import { addLessons, addRunWithTask, minute, newLesson, type OpenStore } from './samples.ts';

export const describeDirectory = (name: string, open: OpenStore): void => {
  describe(`directory: ${name}`, () => {
    it('lists projects by name, with what they hold', async () => {
      const store = await open();
      expect(await store.stores.directory.listProjects()).toEqual([]);
      await addLessons(
        store,
        newLesson('les_a', { project: 'web' }),
        newLesson('les_b', { project: 'web' }),
        newLesson('les_c'),
      );
      await addRunWithTask(store);
      expect(await store.stores.directory.listProjects()).toEqual([
        { project: 'app', lessons: 1, runs: 1 },
        { project: 'web', lessons: 2, runs: 0 },
      ]);
    });

    it('takes a project once, and any name', async () => {
      const store = await open();
      const names = ["o'hara", 'straße/表', 'App', 'app', '%'];
      for (const project of [...names, ...names]) {
        await store.unitOfWork.write(({ directory }) => directory.addProject(project, minute(0)));
      }
      const listed = (await store.stores.directory.listProjects()).map(({ project }) => project);
      expect(listed.sort()).toEqual([...names].sort());
    });
  });
};
