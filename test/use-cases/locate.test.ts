import { describe, expect, it } from 'vitest';
import { locateLesson, locateRun } from '../../src/use-cases/locate.ts';
import type { Caller } from '../../src/use-cases/services.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { addLessons, addRunWithTask, newLesson } from '../contracts/samples.ts';
import { inProject, openTestServices, pipeline, soloAgent, teamAgent, teamReviewer } from '../support/test-services.ts';

const refusal = (work: Promise<unknown>): Promise<{ code: string; message: string; hint: string }> =>
  work.then(
    () => {
      throw new Error('was not refused');
    },
    ({ code, message, hint }) => ({ code, message, hint }),
  );

describe('an id without a project', () => {
  it('is found in the own project and in those known to the connection', async () => {
    const { services } = await openTestServices();
    await addRunWithTask(services, 'other');
    await addLessons(services, newLesson('les_1', { project: 'other' }));
    const known = { ...soloAgent, known: new Set(['app', 'other']) };
    expect(await locateRun(services, known, 'run_1')).toMatchObject({ project: 'other', run_id: 'run_1' });
    expect(await locateLesson(services, known, 'les_1')).toMatchObject({ project: 'other', lesson_id: 'les_1' });
    expect(await locateLesson(services, soloAgent, 'les_1', 'other')).toMatchObject({ lesson_id: 'les_1' });
  });

  it('that lies out of reach is refused just as one that does not exist', async () => {
    const { services } = await openTestServices();
    await addRunWithTask(services, 'payroll');
    await addLessons(services, newLesson('les_1', { project: 'payroll' }));
    for (const locate of [locateRun, locateLesson]) {
      const there = locate === locateRun ? 'run_1' : 'les_1';
      const caller = { ...teamAgent, known: new Set(['app', 'payroll']) };
      const foreign = await refusal(locate(services, caller, there));
      expect(foreign).toEqual(await refusal(locate(services, caller, 'no_such_id')));
      expect(foreign.code).toBe('NOT_FOUND');
    }
    expect((await refusal(locateRun(services, teamAgent, 'run_1', 'payroll'))).code).toBe('FORBIDDEN');
  });

  it('of another project is not found from a connection that never named it', async () => {
    const { services } = await openTestServices();
    await addRunWithTask(services, 'app');
    expect((await refusal(locateRun(services, inProject(soloAgent, 'other'), 'run_1'))).code).toBe('NOT_FOUND');
  });
});

it('finds a run of another name for people and pipelines, not for an agent on a store that others use', async () => {
  const { services } = await openTestServices();
  const { run_id } = await startTask(services, teamAgent, { task: 'x' });
  const named = (name: string): Caller => ({ ...teamAgent, principal: { ...teamAgent.principal, name } });
  const notThere = { code: 'NOT_FOUND', message: 'No such run in this project.' };
  await expect(locateRun(services, named('dan'), run_id)).rejects.toMatchObject(notThere);
  for (const caller of [teamAgent, teamReviewer('ben'), pipeline]) {
    expect((await locateRun(services, caller, run_id)).run_id).toBe(run_id);
  }
  expect(
    (await locateRun(services, { ...soloAgent, principal: { ...soloAgent.principal, name: 'dan' } }, run_id)).run_id,
  ).toBe(run_id);
});
