import { describe, expect, it } from 'vitest';
import { showRun } from '../../src/use-cases/show-run.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { inProject, openTestServices, soloAgent, soloPerson } from '../support/test-services.ts';

describe('a run', () => {
  it('is shown with its task and its recall', async () => {
    const { services } = await openTestServices();
    const started = await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
    const shown = await showRun(services, soloPerson, { run: started.run_id });
    expect(shown).toMatchObject({
      task: { task_key: 'APP-7' },
      run: { run_id: started.run_id, attempt: 1 },
      recalls: [{ recall_id: started.recall.recall_id, decision: 'abstain' }],
    });
  });

  it('by the key of a task is its latest', async () => {
    const { services } = await openTestServices();
    await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
    const { run_id } = await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
    expect((await showRun(services, soloPerson, { run: 'APP-7' })).run).toMatchObject({ run_id, attempt: 2 });
  });

  it('that is unknown, or of another project, is not found', async () => {
    const { services } = await openTestServices();
    const { run_id } = await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
    for (const run of [run_id, 'APP-7', 'APP-8'])
      await expect(showRun(services, inProject(soloPerson, 'other'), { run })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});
