import { describe, expect, it } from 'vitest';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { inProject, openTestServices, soloAgent, soloPerson } from '../support/test-services.ts';

const lesson = {
  when: 'Charging a customer over the payment API',
  rule: 'Never retry POST /charges without an idempotency key.',
  why: 'customers were billed twice',
};

describe('a proposal', () => {
  it('of an agent waits for a person, even alone on the store', async () => {
    const { services } = await openTestServices();
    const created = await proposeLesson(services, soloAgent, lesson);
    expect(created).toMatchObject({ status: 'created', state: 'proposed' });
    const run = await startTask(services, soloAgent, { task: 'charging a customer over the payment API' });
    expect(run.recall.lessons).toEqual([]);
  });

  it('that says the very same confirms the one that exists', async () => {
    const { services } = await openTestServices();
    const first = await proposeLesson(services, soloAgent, lesson);
    const evidence = [{ kind: 'incident', text: 'billed twice in March' }] as const;
    const second = await proposeLesson(services, soloAgent, { ...lesson, evidence });
    expect(second).toMatchObject({ status: 'confirmed', lesson_id: first.lesson_id });
    const record = await services.stores.lessons.record('app', first.lesson_id ?? '');
    expect(record?.evidence.map((one) => one.text)).toEqual(['billed twice in March']);
    expect((await services.stores.lessons.list('app', {})).total).toBe(1);
  });

  it('that says almost the same is asked about; same_as confirms, differs_from keeps both', async () => {
    const { services } = await openTestServices();
    const first = await proposeLesson(services, soloAgent, lesson);
    const close = { ...lesson, rule: 'Never retry POST /charges without idempotency key!' };
    const asked = await proposeLesson(services, soloAgent, close);
    expect(asked).toMatchObject({ status: 'needs_decision', lesson_id: null, state: null });
    expect(asked.related).toMatchObject([{ lesson_id: first.lesson_id, relation: 'duplicate' }]);
    const same = await proposeLesson(services, soloAgent, { ...close, same_as: first.lesson_id ?? '' });
    expect(same.status).toBe('confirmed');
    const differs_from = { lesson_id: first.lesson_id ?? '', how: 'also for refunds' };
    const both = await proposeLesson(services, soloAgent, { ...close, differs_from });
    expect(both.status).toBe('created');
    expect((await services.stores.lessons.list('app', {})).total).toBe(2);
  });

  it('that contradicts another goes to review with it', async () => {
    const { services } = await openTestServices();
    await proposeLesson(services, soloAgent, { when: 'Naming a new branch', rule: 'Use dashes in branch names.' });
    const opposed = await proposeLesson(services, soloAgent, {
      when: 'Naming a new branch',
      rule: 'Do not use dashes in branch names.',
    });
    expect(opposed.related).toMatchObject([{ relation: 'conflict' }]);
    expect(opposed.state ?? 'proposed').toBe('proposed');
  });

  it('takes the place of the lesson it supersedes once a person accepts it', async () => {
    const { services } = await openTestServices();
    const old = await proposeLesson(services, soloAgent, lesson);
    await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: old.lesson_id ?? '' });
    const next = await proposeLesson(services, soloAgent, {
      when: 'Charging a customer over the payment API',
      rule: 'Use the client library; it sets an idempotency key for each charge.',
      supersedes: old.lesson_id ?? '',
    });
    const state = async () => (await services.stores.lessons.find('app', old.lesson_id ?? ''))?.state;
    expect(await state()).toBe('active');
    await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: next.lesson_id ?? '' });
    expect(await state()).toBe('superseded');
  });

  it('cannot name a lesson of another project', async () => {
    const { services } = await openTestServices();
    const foreign = await proposeLesson(services, inProject(soloAgent, 'other'), lesson);
    await expect(
      proposeLesson(services, soloAgent, { ...lesson, same_as: foreign.lesson_id ?? '' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
