import { describe, expect, it } from 'vitest';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { rebuildLearning } from '../../src/use-cases/rebuild-learning.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { reviewQueue } from '../../src/use-cases/review-queue.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { addLessons, minute, newLesson } from '../contracts/samples.ts';
import { openTestServices, soloAgent, soloPerson, teamAgent } from '../support/test-services.ts';

describe('the review queue', () => {
  it('has what is held or serves unreviewed first, then the oldest, and nothing that is decided', async () => {
    const { services } = await openTestServices();
    await addLessons(
      services,
      newLesson('new', { state: 'proposed', created_at: minute(-60) }),
      newLesson('old', { state: 'proposed', created_at: minute(-120) }),
      newLesson('serving', { state: 'provisional' }),
      newLesson('doubted', { state: 'disputed' }),
      newLesson('held', { state: 'quarantined' }),
      newLesson('decided', { state: 'active' }),
      newLesson('gone', { state: 'retired' }),
    );
    const { items, total } = await reviewQueue(services, soloPerson, {});
    expect(items.map((item) => item.lesson_id)).toEqual(['held', 'doubted', 'serving', 'old', 'new']);
    expect(items.map((item) => item.age_hours)).toEqual([0, 0, 0, 2, 1]);
    expect(total).toBe(5);
    const cut = await reviewQueue(services, soloPerson, { limit: 1 });
    expect([cut.items.map((item) => item.lesson_id), cut.total]).toEqual([['held'], 5]);
  });

  it('shows what contradicts a lesson beside it', async () => {
    const { services } = await openTestServices();
    const first = { when: 'Naming a new branch', rule: 'Use dashes in branch names.' };
    await proposeLesson(services, soloAgent, first);
    await proposeLesson(services, soloAgent, { ...first, rule: 'Do not use dashes in branch names.' });
    const { items } = await reviewQueue(services, soloPerson, {});
    expect(items[1]?.similar).toMatchObject([{ relation: 'conflict', rule: first.rule }]);
  });

  it('flags a lesson that was shown and not followed, and a lesson without examples', async () => {
    const { services } = await openTestServices();
    await addLessons(services, newLesson('les_1', { state: 'disputed', examples: ['change a table'] }));
    const repeat = { project: 'app', wrong: 'a', right: 'b', kind: 'correction', match: 'repeat', by: 'ann' } as const;
    await services.unitOfWork.write(async ({ runs }) => {
      for (const [index, repeat_why] of (['ignored', 'ignored', 'missed'] as const).entries()) {
        const correction_id = `cor_${index}`;
        await runs.addCorrection({ ...repeat, correction_id, lesson_id: 'les_1', repeat_why, at: minute(index) });
      }
    });
    await addLessons(services, newLesson('les_2', { state: 'proposed' }));
    const { items } = await reviewQueue(services, soloPerson, {});
    expect(items[0]?.flags).toEqual(['Shown and not followed 2 times: look at its wording.']);
    expect(items[1]?.flags.join()).toContain('`examples`');
  });

  it('raises a lesson that serves and is not followed, until a person changed or confirmed its words', async () => {
    const { services } = await openTestServices();
    await addLessons(services, newLesson('les_1', { state: 'active' }), newLesson('les_2', { state: 'proposed' }));
    const ignored = { project: 'app', lesson_id: 'les_1', verdict: 'ignored', by: 'ann', source: 'agent' } as const;
    const { run_id } = await startTask(services, soloAgent, { task: 'change the table' });
    const ignore = () =>
      services.unitOfWork.write(({ runs }) => runs.addVerdict({ ...ignored, run_id, at: services.clock.now() }));
    await ignore();
    const queue = async () =>
      (await reviewQueue(services, soloPerson, {})).items.map(({ lesson_id, flags }) => [lesson_id, flags.at(-1)]);
    expect((await queue())[0]).toEqual(['les_1', 'Shown and not followed 1 time: look at its wording.']);
    await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: 'les_1' });
    expect(await queue()).toHaveLength(1);
    await ignore();
    expect(await queue()).toHaveLength(2);
    await reviewLesson(services, soloPerson, {
      action: 'edit',
      lesson_id: 'les_1',
      text: { rule: 'Copy the table first.' },
    });
    expect(await queue()).toHaveLength(1);
    const history = (await services.stores.lessons.record('app', 'les_1'))?.transitions ?? [];
    expect(history[1]).toMatchObject({ from: 'active', to: 'active', reason: 'its wording was looked at and stays' });
    expect((await rebuildLearning(services)).changed).toEqual([]);
  });

  it('of a project outside the credential is forbidden', async () => {
    const { services } = await openTestServices();
    await expect(reviewQueue(services, teamAgent, { project: 'other' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
