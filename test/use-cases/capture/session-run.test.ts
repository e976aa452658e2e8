import { describe, expect, it } from 'vitest';
import type { Captured } from '../../../src/domain/capture/captured.ts';
import { keepEvent } from '../../../src/use-cases/capture/keep-event.ts';
import { runOfSession } from '../../../src/use-cases/capture/session-run.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { openTestServices, soloAgent } from '../../support/test-services.ts';

const prompt = (session: string, at: string): Captured => ({
  v: 1,
  id: `prompt of ${session}`,
  at,
  project: 'app',
  client: 'codex',
  session,
  task_key: `session ${session}`,
  what: { type: 'prompt', task: 'Fix the crash when the config file is empty.' },
});

const of = (session: string) => ({ project: 'app', principal: 'ann', client: 'codex', session }) as const;

describe('the run of a session', () => {
  it('is the one that its agent starts by itself: one attempt, not two', async () => {
    const { services, clock } = await openTestServices();
    await keepEvent(services, soloAgent, prompt('a', clock.now()));
    const opened = await runOfSession(services.stores, of('a'));
    const started = await startTask(services, soloAgent, { task: 'fix the empty config crash' });
    expect(started.run_id).toBe(opened);
    expect((await services.stores.runs.listRuns('app', {})).total).toBe(1);
    expect((await startTask(services, soloAgent, { task: 'write the release notes' })).run_id, 'taken once').not.toBe(
      opened,
    );
  });

  it('stays its own where the agent names another task, or where it could be one of two, or is old', async () => {
    const { services, clock } = await openTestServices();
    await keepEvent(services, soloAgent, prompt('a', clock.now()));
    const opened = await runOfSession(services.stores, of('a'));
    expect((await startTask(services, soloAgent, { task: 'x', task_key: 'APP-1' })).run_id).not.toBe(opened);
    await keepEvent(services, soloAgent, prompt('b', clock.now()));
    const ids = [opened, await runOfSession(services.stores, of('b'))];
    expect(ids).not.toContain((await startTask(services, soloAgent, { task: 'y' })).run_id);
    clock.advance(1);
    await keepEvent(services, soloAgent, prompt('c', '2026-10-01T08:00:00.000Z'));
    const old = await runOfSession(services.stores, of('c'));
    expect((await startTask(services, soloAgent, { task: 'z' })).run_id).not.toBe(old);
  });

  it('is the one that the hook saw its agent start', async () => {
    const { services, clock } = await openTestServices();
    const { run_id } = await startTask(services, soloAgent, { task: 'fix it' });
    await keepEvent(services, soloAgent, { ...prompt('a', clock.now()), id: 'run', what: { type: 'run', run_id } });
    await keepEvent(services, soloAgent, prompt('a', clock.now()));
    expect(await runOfSession(services.stores, of('a'))).toBe(run_id);
    expect((await services.stores.runs.listRuns('app', {})).total).toBe(1);
  });
});
