import { describe, expect, it } from 'vitest';
import { listRuns } from '../../src/use-cases/list-runs.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { inProject, openTestServices, soloAgent, soloPerson, teamAgent } from '../support/test-services.ts';

describe('the list of runs', () => {
  it('has the newest first, and counts all when it is cut', async () => {
    const { services } = await openTestServices();
    for (const task of ['first', 'second', 'third']) await startTask(services, soloAgent, { task });
    const { items, total } = await listRuns(services, soloPerson, { limit: 2 });
    expect(items.map(({ run }) => run.text)).toEqual(['third', 'second']);
    expect(total).toBe(3);
  });

  it('is of one project, within the credential', async () => {
    const { services } = await openTestServices();
    await startTask(services, inProject(soloAgent, 'other'), { task: 'elsewhere' });
    expect(await listRuns(services, soloPerson, {})).toEqual({ items: [], total: 0 });
    expect((await listRuns(services, soloPerson, { project: 'other' })).total).toBe(1);
    await expect(listRuns(services, teamAgent, { project: 'other' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
