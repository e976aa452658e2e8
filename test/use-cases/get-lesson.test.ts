import { describe, expect, it } from 'vitest';
import { getLesson } from '../../src/use-cases/get-lesson.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { inProject, openTestServices, soloAgent, soloPerson } from '../support/test-services.ts';

const learn = async () => {
  const test = await openTestServices();
  const { lesson } = await recordCorrection(test.services, soloAgent, {
    wrong: 'ran npm install',
    right: 'Use pnpm install --frozen-lockfile.',
    when: 'installing dependencies',
  });
  return { ...test, lesson_id: lesson?.lesson_id ?? '' };
};

describe('one lesson', () => {
  it('comes with its text, its history and no effect yet', async () => {
    const { services, lesson_id } = await learn();
    const shown = await getLesson(services, soloAgent, { lesson_id });
    expect(shown).toMatchObject({
      lesson_id,
      rule: 'Use pnpm install --frozen-lockfile.',
      version: 1,
      exposures: { total: 0, latest: [] },
      verdicts: [],
      effect: { value: null, n: 0 },
    });
    expect(shown.history).toHaveLength(1);
    expect(shown.history[0]).not.toHaveProperty('lesson_id');
  });

  it('keeps each version', async () => {
    const { services, lesson_id } = await learn();
    await reviewLesson(services, soloPerson, { action: 'edit', lesson_id, text: { rule: 'Use pnpm, never npm.' } });
    const shown = await getLesson(services, soloAgent, { lesson_id });
    expect(shown.version).toBe(2);
    expect(shown.versions.map(({ version, rule }) => [version, rule])).toEqual([
      [1, 'Use pnpm install --frozen-lockfile.'],
      [2, 'Use pnpm, never npm.'],
    ]);
  });

  it('counts every exposure and names the ten newest', async () => {
    const { services, lesson_id } = await learn();
    // A run each: one that asks the same again and again is a loop, and is told once.
    for (let i = 0; i < 12; i += 1) {
      const { run_id } = await startTask(services, soloAgent, { task: `write announcement ${i}` });
      await recallLessons(services, soloAgent, { query: 'installing dependencies', run_id });
    }
    const { exposures } = await getLesson(services, soloAgent, { lesson_id });
    expect(exposures.total).toBe(12);
    expect(exposures.latest).toHaveLength(10);
  });

  it('has as its effect the share of verdicts that found it helpful', async () => {
    const { services, clock, lesson_id } = await learn();
    const { run_id } = await startTask(services, soloAgent, { task: 'set up the repository' });
    for (const verdict of ['helpful', 'helpful', 'unused', 'harmful'] as const) {
      const one = { project: 'app', run_id, lesson_id, verdict, by: 'ann', source: 'agent', at: clock.now() } as const;
      await services.unitOfWork.write((stores) => stores.runs.addVerdict(one));
    }
    expect((await getLesson(services, soloAgent, { lesson_id })).effect).toMatchObject({ value: 0.5, n: 4 });
  });

  it('of another project is not found', async () => {
    const { services, lesson_id } = await learn();
    await expect(getLesson(services, inProject(soloAgent, 'other'), { lesson_id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
