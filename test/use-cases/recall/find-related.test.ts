import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../src/domain/lesson.ts';
import { findRelated } from '../../../src/use-cases/recall/find-related.ts';
import { indexLesson } from '../../../src/use-cases/recall/index-lesson.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { addLessons, newLesson, sampleLesson } from '../../contracts/samples.ts';
import { openTestServices } from '../../support/test-services.ts';

const BOTH = ['served', 'waiting'] as const;
const dashes = { when: 'naming a new branch', rule: 'Use dashes in branch names.' };

const keep = async (services: Services, id: string, change: Partial<Lesson>): Promise<void> => {
  const index = await indexLesson(services, sampleLesson(id, change));
  await addLessons(services, newLesson(id, change, index));
};

describe('what is related to a lesson', () => {
  it('says the same or the opposite, the closest first, in served and waiting lessons', async () => {
    const { services } = await openTestServices();
    await keep(services, 'same', dashes);
    await keep(services, 'opposed', { ...dashes, rule: 'Don’t use dashes in branch names, ever.', state: 'proposed' });
    await keep(services, 'unrelated', { when: 'sending mail', rule: 'Queue it.' });
    const related = await findRelated(services, 'app', dashes, BOTH);
    expect(related.map((one) => [one.lesson.lesson_id, one.relation])).toEqual([
      ['same', 'duplicate'],
      ['opposed', 'conflict'],
    ]);
    expect(await findRelated(services, 'app', dashes, ['served'])).toHaveLength(1);
  });

  it('is at most five, and of this project alone', async () => {
    const { services } = await openTestServices();
    for (let i = 0; i < 7; i += 1) await keep(services, `les_${i}`, dashes);
    expect(await findRelated(services, 'app', dashes, BOTH)).toHaveLength(5);
    expect(await findRelated(services, 'other', dashes, BOTH)).toEqual([]);
  });

  it('is nothing for a text without words', async () => {
    const { services } = await openTestServices();
    await keep(services, 'same', dashes);
    expect(await findRelated(services, 'app', { when: '…', rule: '🚀' }, BOTH)).toEqual([]);
  });
});
