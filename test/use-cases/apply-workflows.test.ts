import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WORKFLOW, type Workflow } from '../../src/domain/workflow.ts';
import { readWorkflowFile } from '../../src/transports/cli/workflow-file/read-workflow-file.ts';
import { applyWorkflows } from '../../src/use-cases/apply-workflows.ts';
import { listWorkflows } from '../../src/use-cases/list-workflows.ts';
import { showWorkflow } from '../../src/use-cases/show-workflow.ts';
import {
  inProject,
  openTestServices,
  pipeline,
  soloAgent,
  soloPerson,
  teamReviewer,
} from '../support/test-services.ts';

const file = (): Workflow[] =>
  readWorkflowFile(readFileSync(join(import.meta.dirname, '../../docs/hone-workflows.yaml'), 'utf8'));

describe('applying workflows', () => {
  it('makes them those of the project, once: the same file again changes nothing', async () => {
    const { services } = await openTestServices();
    const workflows = file();
    const first = await applyWorkflows(services, soloPerson, { workflows });
    expect(first).toMatchObject({ version: 1, changed: true, added: workflows.map(({ name }) => name), removed: [] });
    expect(first.notes.join(' ')).toContain('`default`');
    expect(await applyWorkflows(services, soloPerson, { workflows })).toMatchObject({ version: 1, changed: false });
    const listed = await listWorkflows(services, soloPerson, {});
    expect(listed).toMatchObject({ version: 1, applied_by: 'ann', total: 5 });
    expect(listed.items).toEqual(workflows);
  });

  it('says what is added, changed and taken out, and a dry run keeps nothing', async () => {
    const { services } = await openTestServices();
    const [bugfix, feature, migration] = file();
    if (bugfix === undefined || feature === undefined || migration === undefined)
      throw new Error('the example is short');
    await applyWorkflows(services, soloPerson, { workflows: [bugfix, feature] });
    const next = [{ ...bugfix, owner: 'other-team' }, migration];
    const plan = { changed: true, added: ['migration'], updated: ['bugfix'], removed: ['feature'] };
    expect(await applyWorkflows(services, soloPerson, { workflows: next, dryRun: true })).toMatchObject({
      ...plan,
      version: 1,
    });
    expect((await listWorkflows(services, soloPerson, {})).items).toHaveLength(2);
    expect(await applyWorkflows(services, soloPerson, { workflows: next })).toMatchObject({ ...plan, version: 2 });
    expect(await showWorkflow(services, soloPerson, { workflow: 'bugfix' })).toMatchObject({ owner: 'other-team' });
    expect((await services.stores.workflows.version('app', 1))?.workflows).toEqual([bugfix, feature]);
  });

  it('is for a lead: no agent, pipeline or reviewer may change what agents are allowed', async () => {
    const { services } = await openTestServices();
    for (const caller of [soloAgent, pipeline, teamReviewer('bob')]) {
      await expect(applyWorkflows(services, caller, { workflows: file() })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });

  it('touches one project only', async () => {
    const { services } = await openTestServices();
    await applyWorkflows(services, soloPerson, { workflows: file() });
    const other = await listWorkflows(services, inProject(soloPerson, 'other'), {});
    expect(other).toMatchObject({ version: 0, items: [DEFAULT_WORKFLOW] });
    await expect(showWorkflow(services, inProject(soloPerson, 'other'), { workflow: 'bugfix' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      hint: expect.stringContaining('default'),
    });
  });
});
