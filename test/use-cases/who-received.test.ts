import { expect, it } from 'vitest';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { whoReceived } from '../../src/use-cases/who-received.ts';
import { inProject, openTestServices, soloAgent, soloPerson, teamAgent } from '../support/test-services.ts';

it('names every run that was shown a lesson, newest first, and no other', async () => {
  const { services } = await openTestServices();
  const when = 'changing the generated parser of the settings file';
  const { lesson } = await recordCorrection(services, soloPerson, {
    wrong: 'edited it',
    right: 'Run the generator',
    when,
  });
  const lesson_id = lesson?.lesson_id ?? '';
  const before = await whoReceived(services, soloPerson, { lesson_id });
  expect(before).toEqual({ lesson_id, items: [], total: 0 });
  const shown: string[] = [];
  for (const task_key of ['APP-1', 'APP-2', 'APP-3', 'APP-4', 'APP-5', 'APP-6']) {
    const started = await startTask(services, soloAgent, { task: when, task_key, agent: 'coder' });
    if (started.recall.lessons.some((one) => one.lesson_id === lesson_id)) shown.unshift(started.run_id);
  }
  const after = await whoReceived(services, soloPerson, { lesson_id });
  expect(after.items.map(({ run_id }) => run_id)).toEqual(shown);
  expect(after.total).toBe(shown.length);
  if (shown.length > 0) expect(after.items[0]).toMatchObject({ principal: 'ann', agent: 'coder' });
  await expect(whoReceived(services, inProject(soloPerson, 'web'), { lesson_id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(whoReceived(services, teamAgent, { lesson_id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
