import { describe, expect, it } from 'vitest';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { openTestServices, soloAgent, soloPerson, teamAgent, teamReviewer } from '../support/test-services.ts';

const correction = {
  wrong: 'ran npm install in the workspace, which rewrote the lock file',
  right: 'Use pnpm install --frozen-lockfile; the repository is a pnpm workspace.',
  when: 'installing dependencies',
  why: 'npm ignores pnpm-lock.yaml',
};

describe('a novel correction', () => {
  it('alone on the store serves at once, as provisional, and the next task gets it', async () => {
    const { services } = await openTestServices();
    const first = await startTask(services, soloAgent, { task: 'install the dependencies of the workspace' });
    expect(first.recall.lessons).toEqual([]);
    const recorded = await recordCorrection(services, soloAgent, { ...correction, run_id: first.run_id });
    expect(recorded.match).toBe('novel');
    expect(recorded.lesson).toMatchObject({ state: 'provisional', served_now: true });
    const next = await startTask(services, soloAgent, { task: 'install the dependencies before running the tests' });
    expect(next.recall.lessons.map((lesson) => lesson.lesson_id)).toEqual([recorded.lesson?.lesson_id]);
    expect(next.recall.lessons[0]?.state).toBe('provisional');
  });

  it('on a team store waits for a reviewer, who may not be its author', async () => {
    const { services } = await openTestServices();
    const recorded = await recordCorrection(services, teamAgent, correction);
    const id = recorded.lesson?.lesson_id ?? '';
    expect(recorded.lesson).toMatchObject({ state: 'proposed', served_now: false });
    const unserved = await startTask(services, teamAgent, { task: 'install dependencies' });
    expect(unserved.recall.lessons).toEqual([]);
    await expect(
      reviewLesson(services, teamReviewer('ann'), { action: 'accept', lesson_id: id }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await reviewLesson(services, teamReviewer('ben'), { action: 'accept', lesson_id: id });
    const served = await startTask(services, teamAgent, { task: 'install dependencies' });
    expect(served.recall.lessons[0]).toMatchObject({
      lesson_id: id,
      provenance: { author: 'ann', approved_by: 'ben' },
    });
  });
});

describe('a repeated correction', () => {
  it('is "ignored" when the run was shown the lesson, and makes no second lesson', async () => {
    const { services } = await openTestServices();
    const first = await recordCorrection(services, soloAgent, correction);
    const run = await startTask(services, soloAgent, { task: 'installing dependencies' });
    expect(run.recall.lessons).toHaveLength(1);
    const again = await recordCorrection(services, soloAgent, { ...correction, run_id: run.run_id });
    expect(again).toMatchObject({ match: 'repeat', repeat: { lesson_id: first.lesson?.lesson_id, why: 'ignored' } });
    expect((await services.stores.lessons.list('app', {})).total).toBe(1);
  });

  it('is "missed" when recall did not find the lesson, and the task becomes a trigger that finds it', async () => {
    const { services } = await openTestServices();
    const first = await recordCorrection(services, soloAgent, correction);
    const task = 'get the monorepo building on the fresh laptop';
    const run = await startTask(services, soloAgent, { task });
    expect(run.recall.lessons).toEqual([]);
    const again = await recordCorrection(services, soloAgent, { ...correction, run_id: run.run_id });
    expect(again.repeat?.why).toBe('missed');
    const record = await services.stores.lessons.record('app', first.lesson?.lesson_id ?? '');
    expect(record?.triggers.map((trigger) => trigger.text)).toEqual([task]);
    const later = await startTask(services, soloAgent, { task: 'get the monorepo building on another fresh laptop' });
    expect(later.recall.lessons.map((lesson) => lesson.lesson_id)).toEqual([first.lesson?.lesson_id]);
  });

  it('is "unreviewed" when the lesson waited for a reviewer', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, teamAgent, correction);
    const run = await startTask(services, teamAgent, { task: 'install dependencies' });
    const again = await recordCorrection(services, teamAgent, { ...correction, run_id: run.run_id });
    expect(again.repeat?.why).toBe('unreviewed');
  });

  it('is novel for a run that started before the lesson existed', async () => {
    const { services } = await openTestServices();
    const early = await startTask(services, soloAgent, { task: 'install dependencies' });
    await recordCorrection(services, soloAgent, correction);
    const late = await recordCorrection(services, soloAgent, { ...correction, run_id: early.run_id });
    expect(late.match).toBe('novel');
  });
});

describe('a retried correction', () => {
  it('with its key counts once and gets the first answer; with other words it is a conflict', async () => {
    const { services } = await openTestServices();
    const keyed = { ...correction, idempotency_key: 'k-1' };
    const [one, two] = await Promise.all([
      recordCorrection(services, soloAgent, keyed),
      recordCorrection(services, soloAgent, keyed),
    ]);
    expect(two).toEqual(one);
    expect((await services.stores.lessons.list('app', {})).total).toBe(1);
    await expect(recordCorrection(services, soloAgent, { ...keyed, wrong: 'else' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

it('a run of another project is not found', async () => {
  const { services } = await openTestServices();
  const other = await startTask(
    services,
    { ...soloAgent, project: 'other', known: new Set(['other']) },
    { task: 'x y z' },
  );
  await expect(recordCorrection(services, soloPerson, { ...correction, run_id: other.run_id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('rules of one form about different things are lessons of their own, linked for their reviewer', async () => {
  const { services } = await openTestServices({ dense: true });
  for (const name of ['billing', 'search', 'payroll', 'onboarding']) {
    const recorded = await recordCorrection(services, soloAgent, {
      wrong: 'released without asking',
      right: `Ask the owner of ${name} before a release.`,
      when: `releasing ${name}`,
    });
    expect(recorded.match, name).toBe('novel');
  }
  const { items } = await services.stores.lessons.list('app', {});
  expect(items).toHaveLength(4);
  const record = await services.stores.lessons.record('app', items.at(-1)?.lesson_id ?? '');
  expect(record?.links.length).toBeGreaterThan(0);
});

describe('a correction that says the opposite of what the run was shown', () => {
  const opposed = async (who: typeof soloAgent) => {
    const test = await openTestServices();
    const { services } = test;
    const first = await recordCorrection(services, soloAgent, {
      wrong: 'no dashes',
      right: 'Use dashes in the names of release branches.',
      when: 'naming a release branch',
    });
    const shown = first.lesson?.lesson_id ?? '';
    const run = await startTask(services, soloAgent, { task: 'naming the release branch' });
    expect(run.recall.lessons.map(({ lesson_id }) => lesson_id)).toEqual([shown]);
    const made = await recordCorrection(services, who, {
      run_id: run.run_id,
      wrong: 'dashes',
      right: 'Never use dashes in the names of release branches.',
    });
    const record = await services.stores.lessons.record('app', shown);
    return { services, made, run_id: run.run_id, shown, lesson: record?.lesson };
  };

  it('takes that lesson out of service when a person says so, and links both for a reviewer', async () => {
    const { services, made, run_id, shown, lesson } = await opposed(soloPerson);
    expect(made.match).toBe('novel');
    expect(lesson).toMatchObject({ state: 'disputed', harmed: 1 });
    const links = (await services.stores.lessons.record('app', made.lesson?.lesson_id ?? ''))?.links;
    expect(links).toContainEqual(expect.objectContaining({ lesson_id: shown, relation: 'conflict' }));
    expect(await services.stores.runs.verdictsOf('app', run_id)).toMatchObject([
      { lesson_id: shown, verdict: 'harmful', source: 'human' },
    ]);
  });

  it('counts half and disputes nothing when an agent passes it on', async () => {
    const { lesson } = await opposed(soloAgent);
    expect(lesson).toMatchObject({ state: 'provisional', harmed: 0.5 });
  });
});
