import { describe, expect, it } from 'vitest';
import { applyWorkflows } from '../../src/use-cases/apply-workflows.ts';
import { lessonGroups } from '../../src/use-cases/lesson-groups.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { startTrial } from '../../src/use-cases/trial/start-trial.ts';
import { inProject, openTestServices, soloAgent, soloPerson } from '../support/test-services.ts';

const BUGFIX = {
  name: 'bugfix',
  owner: 'platform',
  entry: 'A reported defect.',
  examples: ['fix the crash of the parser'],
  requires: [],
  guardrails: { timeout_minutes: 60, max_attempts: 2, fallback: 'draft PR' },
  boundary: [],
  checkpoints: [],
} as const;

const world = async () => {
  const { services } = await openTestServices();
  await applyWorkflows(services, soloPerson, { workflows: [BUGFIX] });
  const learn = async (rule: string, when: string, run_id?: string, accepted = true) => {
    const { lesson } = await recordCorrection(services, soloPerson, {
      wrong: 'it did not',
      right: rule,
      when,
      ...(run_id === undefined ? {} : { run_id }),
    });
    const lesson_id = lesson?.lesson_id ?? '';
    if (accepted) await reviewLesson(services, soloPerson, { action: 'accept', lesson_id });
    return lesson_id;
  };
  return { services, learn };
};

describe('lessonGroups', () => {
  it('groups active lessons by the workflow of the task in which they were learned', async () => {
    const { services, learn } = await world();
    const { run_id } = await startTask(services, soloAgent, { task: 'Fix the parser', workflow: 'bugfix' });
    const fixed = await learn('run the generator first', 'changing the parser', run_id);
    const general = await learn('use the app user', 'writing a container file');
    await learn('escape the names in it', 'writing a mail template', undefined, false);
    const groups = await lessonGroups(services, soloAgent);
    expect(groups.map(({ name, lessons }) => [name, lessons.map((one) => one.lesson_id)])).toEqual([
      ['bugfix-lessons', [fixed]],
      ['team-lessons', [general]],
    ]);
  });

  it('gives another project nothing of this one', async () => {
    const { services, learn } = await world();
    await learn('use the app user', 'writing a container file');
    expect(await lessonGroups(services, inProject(soloAgent, 'other'))).toEqual([]);
  });

  it('is empty while a trial runs', async () => {
    const { services, learn } = await world();
    await learn('use the app user', 'writing a container file');
    await startTrial(services, soloPerson, { workflow: 'bugfix', owner: 'ann' });
    expect(await lessonGroups(services, soloAgent)).toEqual([]);
  });
});
