import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/domain/retrieval/tokens.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { rebuildLearning } from '../../src/use-cases/rebuild-learning.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { reviewQueue } from '../../src/use-cases/review-queue.ts';
import type { Services } from '../../src/use-cases/services.ts';
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

describe('nothing that is said is dropped in silence', () => {
  const rules = [
    'Use the pool of the database module for every connection.',
    'Use the pool of the database module for each connection.',
    'Never use the pool of the database module for every connection.',
    'Open at most 20 connections to the database.',
    'Open at most 40 connections to the database.',
    'Quickly!',
    'Freeze the clock in tests of the scheduler and advance it by hand.',
  ];
  const whens = ['connecting to the database', 'connecting to a database', 'always', 'testing the scheduler'];
  const said = fc.record({
    by: fc.constantFrom('proposal' as const, 'correction' as const),
    when: fc.constantFrom(...whens),
    rule: fc.constantFrom(...rules),
    settle: fc.boolean(),
  });
  type Said = { by: 'proposal' | 'correction'; when: string; rule: string; settle: boolean };

  const propose = async (services: Services, { when, rule, settle }: Said): Promise<void> => {
    const { lessons } = services.stores;
    const before = (await lessons.list('app', {})).items;
    const first = await proposeLesson(services, soloAgent, { when, rule });
    const asked = first.related.find(({ relation }) => relation === 'duplicate');
    const answer =
      first.status === 'needs_decision' && settle && asked !== undefined
        ? await proposeLesson(services, soloAgent, { when, rule, same_as: asked.lesson_id })
        : first;
    const after = (await lessons.list('app', {})).items;
    if (answer.status === 'needs_decision') {
      expect(answer.related.length, 'it says which lesson says the same').toBeGreaterThan(0);
      expect(answer.next_step).toContain('Nothing was stored yet');
      expect(after).toEqual(before);
    } else if (answer.status === 'confirmed') {
      const evidence = (await lessons.record('app', answer.lesson_id ?? ''))?.evidence ?? [];
      expect((evidence.at(-1)?.at ?? '') > (before.at(-1)?.updated_at ?? ''), 'the voice was kept').toBe(true);
      expect(after).toHaveLength(before.length);
    } else {
      expect(after).toHaveLength(before.length + 1);
      expect(await lessons.find('app', answer.lesson_id ?? '')).toMatchObject({ when, rule });
    }
  };

  const correct = async (services: Services, { when, rule }: Said): Promise<void> => {
    const { lessons, runs } = services.stores;
    const answer = await recordCorrection(services, soloPerson, { wrong: 'it was done otherwise', right: rule, when });
    expect(await runs.findCorrection('app', answer.correction_id)).toMatchObject({ right: rule });
    const id = answer.lesson?.lesson_id ?? answer.repeat?.lesson_id ?? '';
    const record = await lessons.record('app', id);
    if (answer.match === 'novel') expect(record?.lesson).toMatchObject({ when, rule });
    else expect(record?.evidence.at(-1)?.text).toContain('it was done otherwise');
  };

  it('a proposal becomes a lesson, a voice for one, or a question; a correction becomes a lesson or evidence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 8 }), async (all) => {
        const { services } = await openTestServices();
        for (const one of all) await (one.by === 'proposal' ? propose(services, one) : correct(services, one));
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});

describe('two lessons that say the opposite', () => {
  const use = { when: 'naming a release branch', rule: 'Use dashes in the names of release branches.' };
  const never = { ...use, rule: 'Never use dashes in the names of release branches.' };

  it('both go to review, neither wins by itself, and the pair is not asked again once a person judged it', async () => {
    const { services } = await openTestServices();
    const first = (await proposeLesson(services, soloAgent, use)).lesson_id ?? '';
    await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: first });
    const made = await proposeLesson(services, soloAgent, never);
    expect(made).toMatchObject({ status: 'created', related: [{ lesson_id: first, relation: 'conflict' }] });
    const second = made.lesson_id ?? '';
    const queue = async () => (await reviewQueue(services, soloPerson, {})).items;
    expect((await queue()).map(({ lesson_id, state }) => [lesson_id, state])).toEqual([
      [first, 'active'],
      [second, 'proposed'],
    ]);
    expect((await queue())[0]?.flags).toEqual([
      `${second}, which waits, says the opposite: decide which of them holds.`,
    ]);
    await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: second });
    expect(await queue()).toEqual([]);
    await reviewLesson(services, soloPerson, { action: 'dispute', lesson_id: second, reason: 'something else' });
    expect((await queue()).map(({ lesson_id, similar }) => [lesson_id, similar])).toEqual([[second, []]]);
  });
});

it('a lesson that replaces another goes on with what that one had learned', async () => {
  const { services } = await openTestServices();
  const old = (await proposeLesson(services, soloAgent, lesson)).lesson_id ?? '';
  await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: old });
  const trigger = { text: 'charge the customer again', at: services.clock.now(), source: 'person' } as const;
  await services.unitOfWork.write(async ({ lessons }) => {
    await lessons.addTrigger('app', old, trigger, { terms: tokenize(trigger.text), vector: null });
    await lessons.vote('app', old, { verdict: 'helpful', weight: 1, by: 'ben', at: trigger.at, version: 1 });
  });
  const next = { ...lesson, rule: 'Never retry POST /charges without the same idempotency key.', supersedes: old };
  const made = (await proposeLesson(services, soloAgent, next)).lesson_id ?? '';
  await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: made });
  const record = await services.stores.lessons.record('app', made);
  expect(record?.triggers.map(({ text }) => text)).toEqual([trigger.text]);
  expect(record?.lesson.helped).toBeGreaterThan(0.8);
  expect(record?.lesson.helped).toBeLessThan(1);
  expect((await services.stores.lessons.find('app', old))?.state).toBe('superseded');
  expect((await rebuildLearning(services)).changed).toEqual([]);
});
