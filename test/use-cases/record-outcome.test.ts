import { describe, expect, it } from 'vitest';
import { CERTAINTY } from '../../src/domain/retrieval/constants.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { recordOutcome } from '../../src/use-cases/record-outcome.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import type { Caller } from '../../src/use-cases/services.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { openTestServices, pipeline, soloAgent, soloPerson, type TestServices } from '../support/test-services.ts';

const activeLesson = async ({ services }: TestServices): Promise<string> => {
  const proposed = await proposeLesson(services, soloAgent, {
    when: 'changing the database schema',
    rule: 'Run the generator after each change of the schema and commit its output.',
    examples: ['add a column to the users table'],
  });
  await reviewLesson(services, soloPerson, { action: 'accept', lesson_id: proposed.lesson_id ?? '' });
  return proposed.lesson_id ?? '';
};

const shown = async (test: TestServices, task: string, who: Caller = soloAgent): Promise<string> => {
  const run = await startTask(test.services, who, { task });
  expect(run.recall.lessons, 'the lesson is shown').toHaveLength(1);
  return run.run_id;
};

describe('outcomes', () => {
  it('of a task by its key, from a pipeline or a person; an agent names its run', async () => {
    const test = await openTestServices();
    await startTask(test.services, soloAgent, { task: 'change the schema', task_key: 'APP-7' });
    const { run_id } = await startTask(test.services, soloAgent, { task: 'change the schema', task_key: 'APP-7' });
    const byKey = { run_id: 'APP-7', outcome: 'completed_clean' } as const;
    expect(await recordOutcome(test.services, pipeline, byKey)).toMatchObject({ run_id });
    await expect(recordOutcome(test.services, soloAgent, byKey)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const absent = { ...byKey, run_id: 'APP-8' };
    await expect(recordOutcome(test.services, pipeline, absent)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it("an agent's word is its own report, whatever source it claims", async () => {
    const test = await openTestServices();
    const { run_id } = await startTask(test.services, soloAgent, { task: 'change the schema' });
    await recordOutcome(test.services, soloAgent, { run_id, outcome: 'completed_clean', source: 'ci' });
    const history = await test.services.stores.runs.history('app', run_id);
    expect(history?.outcomes).toMatchObject([{ source: 'agent', outcome: 'completed_clean' }]);
  });

  it('more than 30 % rewritten by a human is completed_rewritten, whatever was said', async () => {
    const test = await openTestServices();
    const { run_id } = await startTask(test.services, soloAgent, { task: 'change the schema' });
    const clean = { run_id, outcome: 'completed_clean', rewrite_share: 0.31 } as const;
    expect((await recordOutcome(test.services, soloPerson, clean)).outcome).toBe('completed_rewritten');
  });

  it('names the lessons that were shown and not judged', async () => {
    const test = await openTestServices();
    const lessonId = await activeLesson(test);
    const run_id = await shown(test, 'add a column to the orders table');
    const result = await recordOutcome(test.services, soloAgent, { run_id, outcome: 'completed_clean' });
    expect(result.unjudged).toEqual([lessonId]);
  });
});

describe('verdicts', () => {
  it('of an agent become a trigger only when CI or a person confirms a clean outcome', async () => {
    const test = await openTestServices();
    const lesson_id = await activeLesson(test);
    const task = 'add a column to the invoices table';
    const run_id = await shown(test, task);
    const verdicts = [{ lesson_id, verdict: 'helpful' }] as const;
    await recordOutcome(test.services, soloAgent, { run_id, outcome: 'completed_clean', verdicts });
    const triggers = async () => (await test.services.stores.lessons.record('app', lesson_id))?.triggers ?? [];
    expect(await triggers()).toEqual([]);
    const confirmed = await recordOutcome(test.services, pipeline, { run_id, outcome: 'completed_clean' });
    expect(confirmed.learned.map((one) => one.lesson_id)).toEqual([lesson_id]);
    expect((await triggers()).map((one) => one.text)).toEqual([task]);
  });

  it('"harmful" of one person takes the lesson out of service', async () => {
    const test = await openTestServices();
    const lesson_id = await activeLesson(test);
    const run_id = await shown(test, 'add a column to the orders table');
    const verdicts = [{ lesson_id, verdict: 'harmful' }] as const;
    await recordOutcome(test.services, soloPerson, { run_id, outcome: 'failed', verdicts });
    expect((await test.services.stores.lessons.find('app', lesson_id))?.state).toBe('disputed');
    const next = await startTask(test.services, soloAgent, { task: 'add a column to the orders table' });
    expect(next.recall.lessons).toEqual([]);
  });

  it('"harmful" of agents does so after three tasks, one of them with a confirmed bad end', async () => {
    const test = await openTestServices();
    const lesson_id = await activeLesson(test);
    const verdicts = [{ lesson_id, verdict: 'harmful' }] as const;
    const state = async () => (await test.services.stores.lessons.find('app', lesson_id))?.state;
    for (const table of ['orders', 'users']) {
      const run_id = await shown(test, `add a column to the ${table} table`);
      await recordOutcome(test.services, soloAgent, { run_id, outcome: 'failed', verdicts });
      if (table === 'users') await recordOutcome(test.services, pipeline, { run_id, outcome: 'failed' });
    }
    expect(await state()).toBe('active');
    const run_id = await shown(test, 'add a column to the carts table');
    await recordOutcome(test.services, soloAgent, { run_id, outcome: 'failed', verdicts });
    expect(await state()).toBe('disputed');
  });

  it('count once a principal a day', async () => {
    const test = await openTestServices();
    const lesson_id = await activeLesson(test);
    const vote = async () => {
      const run_id = await shown(test, 'add a column to the orders table');
      const verdicts = [{ lesson_id, verdict: 'helpful' }] as const;
      await recordOutcome(test.services, soloAgent, { run_id, outcome: 'completed_clean', verdicts });
      return (await test.services.stores.lessons.find('app', lesson_id))?.helped;
    };
    expect(await vote()).toBe(0.5);
    expect(await vote()).toBe(0.5);
    test.clock.advance(24);
    expect(await vote()).toBe(1);
  });

  it('on a lesson the run was not shown change nothing; on an unknown lesson they are refused', async () => {
    const test = await openTestServices();
    const lesson_id = await activeLesson(test);
    const { run_id, recall } = await startTask(test.services, soloAgent, { task: 'write the release announcement' });
    expect(recall.lessons).toEqual([]);
    const verdicts = [{ lesson_id, verdict: 'harmful' }] as const;
    const result = await recordOutcome(test.services, soloPerson, { run_id, outcome: 'failed', verdicts });
    expect(result.learned[0]?.change).toMatch(/not counted/u);
    expect((await test.services.stores.lessons.find('app', lesson_id))?.state).toBe('active');
    await expect(
      recordOutcome(test.services, soloAgent, {
        run_id,
        outcome: 'failed',
        verdicts: [{ lesson_id: 'les_unknown', verdict: 'helpful' }],
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('confidence', () => {
  it('is null with few verdicts, and then the chance that a lesson of this certainty helps', async () => {
    const test = await openTestServices();
    const lesson_id = await activeLesson(test);
    const task = 'add a column to the invoices table';
    const confidence = async () => (await startTask(test.services, soloAgent, { task })).recall.lessons[0]?.confidence;
    for (let day = 0; day < 29; day += 1) {
      expect(await confidence()).toBeNull();
      const run_id = await shown(test, task);
      const verdicts = [{ lesson_id, verdict: 'helpful' }] as const;
      await recordOutcome(test.services, soloPerson, { run_id, outcome: 'completed_clean', verdicts });
      test.clock.advance(24);
    }
    expect(await confidence()).toBeGreaterThan(0.8);
    expect(await test.services.stores.lessons.calibration('app')).toMatchObject({
      verdicts: 29,
      threshold: CERTAINTY.threshold,
    });
  });
});
