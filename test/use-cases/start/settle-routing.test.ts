import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkflowFile } from '../../../src/transports/cli/workflow-file/read-workflow-file.ts';
import { applyWorkflows } from '../../../src/use-cases/apply-workflows.ts';
import { recordOutcome } from '../../../src/use-cases/record-outcome.ts';
import { requestCheckpoint } from '../../../src/use-cases/request-checkpoint.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { inProject, openTestServices, soloAgent, soloPerson } from '../../support/test-services.ts';

const setUp = async () => {
  const opened = await openTestServices();
  const workflows = readWorkflowFile(
    readFileSync(join(import.meta.dirname, '../../../docs/hone-workflows.yaml'), 'utf8'),
  );
  await applyWorkflows(opened.services, soloPerson, { workflows });
  const start = (task: string, more: object = {}) => startTask(opened.services, soloAgent, { task, ...more });
  return { ...opened, workflows, start };
};
const CLEAR = 'fix the crash when the config file of a project is empty';
const BETWEEN = 'fix typos and the crash';
const FOREIGN = 'plan the summer party';

describe('the workflow of a task', () => {
  it('that reads like one of them goes on in it, under its terms', async () => {
    const { start } = await setUp();
    expect(await start(CLEAR, { paths: ['src/a.ts', 'infra/main.tf', 'src/payments/x.ts', 'Makefile'] })).toMatchObject(
      {
        routing: { decision: 'proceed', workflow: 'bugfix', confidence: null },
        boundary: [
          { may: 'agent' },
          { may: 'human_only', owner: 'platform-team', because: 'production access' },
          { may: 'checkpoint', because: 'money moves here' },
          { may: 'checkpoint' },
        ],
        guardrails: { timeout_minutes: 60, max_attempts: 2 },
        missing: ['task_key'],
      },
    );
  });

  it('between several is asked about; the choice belongs to the same run, and the strictest holds meanwhile', async () => {
    const { services, start } = await setUp();
    const asked = await start(BETWEEN, { paths: ['infra/x', 'migrations/1.sql'] });
    expect(asked.routing).toMatchObject({ decision: 'clarify', workflow: null });
    const options = asked.routing.options ?? [];
    expect(options.length).toBeGreaterThan(0);
    expect(options.length).toBeLessThanOrEqual(3);
    expect(options[0]?.entry).not.toBe('');
    expect(asked.boundary[0]?.may).toBe('human_only');
    const chosen = await start(BETWEEN, { workflow: 'docs' });
    expect(chosen).toMatchObject({ run_id: asked.run_id, task_id: asked.task_id, attempt: 1 });
    expect(chosen.routing).toMatchObject({ decision: 'proceed', workflow: 'docs' });
    expect((await services.stores.runs.findTask('app', asked.task_id))?.workflow).toBe('docs');
    expect((await services.stores.runs.listRuns('app', {})).total).toBe(1);
    const again = await start(BETWEEN, { workflow: 'docs' });
    expect(again.run_id).not.toBe(asked.run_id);
  });

  it('is never guessed twice: asked again without a choice, a person decides', async () => {
    const { start } = await setUp();
    await start(BETWEEN, { task_key: 'APP-1' });
    expect((await start(BETWEEN, { task_key: 'APP-1' })).routing).toMatchObject({
      decision: 'escalate',
      workflow: null,
    });
  });

  it('that is none of them goes to the owners, unless the team declared a default', async () => {
    const { services, workflows, start } = await setUp();
    const stopped = await start(FOREIGN, { paths: ['src/a.ts', 'infra/x'] });
    expect(stopped.routing).toMatchObject({ decision: 'escalate', workflow: null });
    expect(stopped.routing.owner).toContain('docs-team');
    expect(stopped.boundary.map(({ may }) => may)).toEqual(['checkpoint', 'human_only']);
    const [bugfix] = workflows;
    if (bugfix === undefined) throw new Error('the example is empty');
    const rest = { ...bugfix, name: 'default', entry: 'Anything else.', examples: [], owner: 'lead' };
    await applyWorkflows(services, soloPerson, { workflows: [...workflows, rest] });
    expect((await start(`${FOREIGN} again`)).routing).toMatchObject({ decision: 'proceed', workflow: 'default' });
  });

  it('that is named is taken; a name that is not declared is asked about', async () => {
    const { start } = await setUp();
    expect((await start(FOREIGN, { workflow: 'docs' })).routing).toMatchObject({
      decision: 'proceed',
      workflow: 'docs',
    });
    expect((await start(`${FOREIGN} 2`, { workflow: 'bugfx' })).routing).toMatchObject({
      decision: 'clarify',
      workflow: null,
    });
  });

  it('stays through its attempts, and is frozen when it was changed more than twice', async () => {
    const { start } = await setUp();
    const key = { task_key: 'APP-9' };
    await start(CLEAR, key);
    expect((await start('something quite different', key)).routing).toMatchObject({
      decision: 'proceed',
      workflow: 'bugfix',
    });
    for (const workflow of ['feature', 'bugfix']) {
      expect((await start(CLEAR, { ...key, workflow })).routing).toMatchObject({ workflow });
    }
    const frozen = await start(CLEAR, { ...key, workflow: 'feature' });
    expect(frozen).toMatchObject({ routing: { decision: 'escalate' }, loop: { pattern: 'routing_ping_pong' } });
    expect(frozen.routing.reason).toContain('changed more than 2 times');
  });

  it('is learned from tasks that CI or a person confirmed, never from an agent', async () => {
    const { services, start } = await setUp();
    const task = 'polish the onboarding wizard';
    const run = async (n: number) => (await start(`${task} ${n}`, { workflow: 'feature' })).run_id;
    await recordOutcome(services, soloAgent, { run_id: await run(1), outcome: 'completed_clean' });
    expect(await services.stores.workflows.examples('app', 'any')).not.toContainEqual(
      expect.objectContaining({ source: 'task' }),
    );
    expect((await start(`${task} 2`)).routing.decision).not.toBe('proceed');
    for (const n of [3, 4]) {
      await recordOutcome(services, soloPerson, { run_id: await run(n), outcome: 'completed_clean' });
    }
    expect((await start(`${task} 5`)).routing).toMatchObject({ decision: 'proceed', workflow: 'feature' });
    expect((await services.stores.workflows.examples('other', 'any')).length).toBe(0);
  });

  it('owns its checkpoints', async () => {
    const { services, start } = await setUp();
    const { run_id } = await start(CLEAR);
    expect(await requestCheckpoint(services, soloAgent, { run_id, question: 'May I drop the table?' })).toMatchObject({
      owner: 'platform-team',
      meanwhile: 'open a draft pull request and hand it to platform-team',
    });
  });

  it('of another project is not seen', async () => {
    const { services } = await setUp();
    const other = await startTask(services, inProject(soloAgent, 'other'), { task: FOREIGN });
    expect(other.routing).toMatchObject({ decision: 'proceed', workflow: 'default' });
  });
});
