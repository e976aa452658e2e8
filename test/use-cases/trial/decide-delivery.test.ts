import { describe, expect, it } from 'vitest';
import { listLessons } from '../../../src/use-cases/list-lessons.ts';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { decideDelivery } from '../../../src/use-cases/trial/decide-delivery.ts';
import { inProject, openTestServices, soloAgent, soloPerson, teamReviewer } from '../../support/test-services.ts';

const TASK = 'installing dependencies';
const open = async (): Promise<Services> => {
  const { services } = await openTestServices();
  await recordCorrection(services, soloAgent, { wrong: 'npm', right: 'Use pnpm here.', when: TASK });
  return services;
};
const start = (services: Services, key: string, more: object = {}, caller = soloAgent) =>
  startTask(services, caller, { task: TASK, task_key: key, ...more });
const armOf = async (services: Services, key: string, project = 'app') =>
  (await services.stores.runs.findTaskByKey(project, key))?.arm;
const inOrder = async <T>(count: number, step: (index: number) => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let index = 0; index < count; index += 1) all.push(await step(index));
  return all;
};

describe('a holdout', () => {
  it('is none unless somebody decides on one: tasks have no arm', async () => {
    const services = await open();
    await start(services, 'A-1');
    expect(await armOf(services, 'A-1')).toBeUndefined();
  });

  it('holds exactly its share of each block out, and says nothing of it to the agent', async () => {
    const services = await open();
    await decideDelivery(services, soloPerson, { holdout_share: 0.1 });
    const started = await inOrder(20, (index) => start(services, `A-${index}`));
    const arms = await inOrder(20, (index) => armOf(services, `A-${index}`));
    for (const block of [arms.slice(0, 10), arms.slice(10)]) {
      expect(block.filter((arm) => arm === 'holdout')).toHaveLength(1);
      expect(block.filter((arm) => arm === 'memory')).toHaveLength(9);
    }
    const held = started[arms.indexOf('holdout')];
    const free = started[arms.indexOf('memory')];
    expect(free?.recall.lessons).toHaveLength(1);
    expect(held?.recall).toMatchObject({ decision: 'abstain', lessons: [], tokens: 0 });
    expect(Object.keys(held?.recall ?? {}).sort()).toEqual(Object.keys(free?.recall ?? {}).sort());
    expect(JSON.stringify(held)).not.toMatch(/holdout|arm|withh/u);
  });

  it('answers a task that nothing fits in the same words as one that is held out', async () => {
    const services = await open();
    await decideDelivery(services, soloPerson, { holdout_share: 0.5 });
    const unrelated = { task: 'translate the manual to French' };
    const answers = await inOrder(4, (index) => start(services, `A-${index}`, unrelated));
    const held = await inOrder(2, (index) => start(services, `B-${index}`));
    const empty = [...answers, ...held].map(({ recall }) => recall).filter((recall) => recall.lessons.length === 0);
    expect(empty.length).toBeGreaterThan(4);
    expect(new Set(empty.map(({ reason, next_step }) => `${reason} ${next_step}`)).size).toBe(1);
  });

  it('keeps a task in its arm: further attempts, later recalls, and when the decision changes', async () => {
    const services = await open();
    await decideDelivery(services, soloPerson, { holdout_share: 1 });
    const first = await start(services, 'A-1');
    await decideDelivery(services, soloPerson, { holdout_share: 0 });
    const again = await start(services, 'A-1');
    expect(again).toMatchObject({ task_id: first.task_id, attempt: 2, recall: { decision: 'abstain' } });
    const asked = await recallLessons(services, soloAgent, { query: TASK, run_id: again.run_id });
    expect(asked.lessons).toEqual([]);
    expect((await recallLessons(services, soloAgent, { query: TASK })).lessons).toHaveLength(1);
    expect((await start(services, 'A-2')).recall.lessons).toHaveLength(1);
  });

  it('delivers lessons marked critical all the same', async () => {
    const services = await open();
    const { items } = await listLessons(services, soloPerson, {});
    const id = items[0]?.lesson_id ?? '';
    await services.unitOfWork.write(({ lessons }) => lessons.setCritical('app', id, true));
    await decideDelivery(services, soloPerson, { holdout_share: 1 });
    const started = await start(services, 'A-1');
    expect(started.recall).toMatchObject({ decision: 'deliver', lessons: [{ lesson_id: id }] });
  });

  it('remembers what it withheld, so that a repeat is the holdout’s and not recall’s fault', async () => {
    const services = await open();
    await decideDelivery(services, soloPerson, { holdout_share: 1 });
    const started = await start(services, 'A-1');
    const [recall] = await services.stores.runs.recallsOf('app', started.run_id);
    expect(recall?.candidates).toMatchObject([{ rank: 1, cut: 'holdout' }]);
    const said = { wrong: 'npm', right: 'Use pnpm here.', run_id: started.run_id };
    expect(await recordCorrection(services, soloAgent, said)).toMatchObject({ repeat: { why: 'withheld' } });
  });

  it('is drawn in each workflow and project by itself', async () => {
    const services = await open();
    await decideDelivery(services, soloPerson, { workflow: 'bugfix', holdout_share: 1 });
    await decideDelivery(services, soloPerson, { holdout_share: 0.5 });
    const web = inProject(soloAgent, 'web');
    await start(services, 'A-1', { workflow: 'bugfix' });
    await inOrder(2, (index) => start(services, `D-${index}`, { workflow: 'docs' }));
    await start(services, 'W-1', {}, web);
    expect(await armOf(services, 'A-1')).toBe('holdout');
    expect([await armOf(services, 'D-0'), await armOf(services, 'D-1')].sort()).toEqual(['holdout', 'memory']);
    expect(await armOf(services, 'W-1', 'web')).toBeUndefined();
  });

  it('is decided by a lead, in shares that can be drawn', async () => {
    const services = await open();
    const decide = (caller: typeof soloPerson, holdout_share: number) =>
      decideDelivery(services, caller, { holdout_share });
    await expect(decide(soloAgent, 0.1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(decide(teamReviewer('bo'), 0.1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const share of [-1, 0.055, 0.6, 2, Number.NaN]) {
      await expect(decide(soloPerson, share)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });
});
