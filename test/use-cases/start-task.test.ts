import { describe, expect, it } from 'vitest';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { inProject, openTestServices, soloAgent, teamAgent } from '../support/test-services.ts';

describe('starting a task', () => {
  it('on an empty store abstains, and says why and what to do', async () => {
    const { services } = await openTestServices();
    const started = await startTask(services, soloAgent, { task: 'fix the login page', paths: ['src/login.ts'] });
    expect(started).toMatchObject({
      project: 'app',
      attempt: 1,
      routing: { decision: 'proceed', confidence: null },
      guardrails: { timeout_minutes: 60, max_attempts: 3 },
      boundary: [{ path: 'src/login.ts', may: 'agent' }],
      recall: { decision: 'abstain', lessons: [] },
    });
    expect(started.recall.reason).not.toBe('');
    expect(started.loop).toBeUndefined();
  });

  it('with the key of a known task is a further attempt at it', async () => {
    const { services } = await openTestServices();
    const first = await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
    const second = await startTask(services, soloAgent, { task: 'fix login again', task_key: 'APP-7' });
    expect(second).toMatchObject({ task_id: first.task_id, attempt: 2 });
    const other = await startTask(services, inProject(soloAgent, 'other'), { task: 'fix login', task_key: 'APP-7' });
    expect(other.attempt).toBe(1);
  });

  it('warns of a loop at the third same error, whatever its numbers, and above the allowed attempts', async () => {
    const { services } = await openTestServices();
    const attempt = (line: number) =>
      startTask(services, soloAgent, {
        task: 'fix login',
        task_key: 'APP-7',
        error: `TypeError: cannot read properties of undefined at login.ts:${line}:3 (0x7f${line}a)`,
      });
    expect((await attempt(10)).loop).toBeUndefined();
    expect((await attempt(11)).loop).toBeUndefined();
    expect((await attempt(12)).loop).toMatchObject({ attempts: 3, same_error: 3 });
    const fourth = await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
    expect(fourth.loop).toMatchObject({ attempts: 4, same_error: 0 });
  });

  it('in a project outside the credential is forbidden', async () => {
    const { services } = await openTestServices();
    await expect(startTask(services, teamAgent, { task: 'x', project: 'payroll' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('with the same key is one run', async () => {
    const { services } = await openTestServices();
    const input = { task: 'fix login', task_key: 'APP-7', idempotency_key: 'start-1' };
    const first = await startTask(services, soloAgent, input);
    expect(await startTask(services, soloAgent, input)).toEqual(first);
    expect((await services.stores.runs.listRuns('app', {})).total).toBe(1);
  });

  it('again for a task in the holdout gives the same shape, empty', async () => {
    const { services, clock } = await openTestServices();
    await recordCorrection(services, soloAgent, {
      wrong: 'npm',
      right: 'Use pnpm here.',
      when: 'installing dependencies',
    });
    await services.unitOfWork.write((stores) =>
      stores.runs.addTask({
        project: 'app',
        task_id: 'task_held',
        task_key: 'APP-9',
        text: 'installing dependencies',
        workflow: 'default',
        started_at: clock.now(),
        arm: 'holdout',
      }),
    );
    const held = await startTask(services, soloAgent, { task: 'installing dependencies', task_key: 'APP-9' });
    expect(held).toMatchObject({ task_id: 'task_held', recall: { decision: 'abstain', lessons: [] } });
    const free = await startTask(services, soloAgent, { task: 'installing dependencies' });
    expect(free.recall.lessons).toHaveLength(1);
  });
});
