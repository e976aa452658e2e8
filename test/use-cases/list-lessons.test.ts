import { describe, expect, it } from 'vitest';
import { listLessons } from '../../src/use-cases/list-lessons.ts';
import { addLessons, minute, newLesson } from '../contracts/samples.ts';
import { openTestServices, soloPerson, teamAgent } from '../support/test-services.ts';

describe('the list of lessons', () => {
  it('has the oldest first, by state and words, and counts all when it is cut', async () => {
    const { services } = await openTestServices();
    await addLessons(
      services,
      newLesson('les_2', { created_at: minute(2), when: 'naming a branch' }),
      newLesson('les_1', { created_at: minute(1) }),
      newLesson('les_3', { created_at: minute(3), state: 'retired' }),
      newLesson('les_9', { project: 'other' }),
    );
    const ids = async (input: Parameters<typeof listLessons>[2]) => {
      const { items, total } = await listLessons(services, soloPerson, input);
      return [items.map((lesson) => lesson.lesson_id), total];
    };
    expect(await ids({})).toEqual([['les_1', 'les_2', 'les_3'], 3]);
    expect(await ids({ limit: 1, offset: 1 })).toEqual([['les_2'], 3]);
    expect(await ids({ states: ['retired'] })).toEqual([['les_3'], 1]);
    expect(await ids({ contains: 'BRANCH' })).toEqual([['les_2'], 1]);
    expect(await ids({ project: 'other' })).toEqual([['les_9'], 1]);
  });

  it('of a project outside the credential is forbidden', async () => {
    const { services } = await openTestServices();
    await expect(listLessons(services, teamAgent, { project: 'other' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
