import { describe, expect, it } from 'vitest';
import type { OverrideName } from '../../../src/domain/override.ts';
import { clearOverride } from '../../../src/use-cases/override/clear-override.ts';
import { setOverride } from '../../../src/use-cases/override/set-override.ts';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../../src/use-cases/review-lesson.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { decideDelivery } from '../../../src/use-cases/trial/decide-delivery.ts';
import { openTestServices, soloAgent, soloPerson } from '../../support/test-services.ts';

const when = 'changing the generated parser of the settings file';
const query = 'change the generated parser of the settings file';

const taught = async (options: { dense?: boolean } = {}) => {
  const { services } = await openTestServices(options);
  const { lesson } = await recordCorrection(services, soloPerson, {
    wrong: 'edited it',
    right: 'Run the generator',
    when,
  });
  const lesson_id = lesson?.lesson_id ?? '';
  await reviewLesson(services, soloPerson, { action: 'accept', lesson_id, critical: true });
  return { services, lesson_id };
};
const off = (services: Services, ...names: OverrideName[]) =>
  setOverride(services, soloPerson, { names, for: '1h', reason: 'test' });
const on = (services: Services) => clearOverride(services, soloPerson, { names: [] });

describe('what is switched off', () => {
  it('delivers nothing, not even what is critical, says until when, and remembers what it held back', async () => {
    const { services, lesson_id } = await taught();
    expect((await recallLessons(services, soloAgent, { query })).decision).toBe('deliver');
    expect(services.lastGood.of('app')).toHaveLength(1);
    await off(services, 'delivery');
    const recall = await recallLessons(services, soloAgent, { query });
    expect(recall).toMatchObject({ decision: 'abstain', lessons: [] });
    expect(recall.reason).toMatch(/operator switched delivery off until 2026-/u);
    // What was kept for a store that is away is not delivered either.
    expect(services.lastGood.of('app')).toEqual([]);
    const started = await startTask(services, soloAgent, { task: query });
    expect(started.recall.lessons).toEqual([]);
    const [recorded] = await services.stores.runs.recallsOf('app', started.run_id);
    expect(recorded?.candidates[0]).toMatchObject({ lesson_id, cut: 'switched_off' });
    await on(services);
    expect((await recallLessons(services, soloAgent, { query })).decision).toBe('deliver');
  });

  it('refuses what agents write, not what people write, and lets agents start tasks', async () => {
    const { services } = await taught();
    await off(services, 'agent-writes');
    const lesson = { when: 'writing release notes', rule: 'Name the breaking changes first' };
    const refused = { code: 'FORBIDDEN', message: expect.stringContaining('until 2026-') };
    await expect(proposeLesson(services, soloAgent, lesson)).rejects.toMatchObject(refused);
    await expect(recordCorrection(services, soloAgent, { wrong: 'a', right: 'b' })).rejects.toMatchObject(refused);
    expect((await startTask(services, soloAgent, { task: 'x' })).attempt).toBe(1);
    expect((await proposeLesson(services, soloPerson, lesson)).status).toBe('created');
    await on(services);
    expect((await recordCorrection(services, soloAgent, { wrong: 'used floats', right: 'Use cents' })).match).toBe(
      'novel',
    );
  });

  it('searches by words alone', async () => {
    const { services } = await taught({ dense: true });
    expect((await recallLessons(services, soloAgent, { query })).path).toBe('hybrid');
    await off(services, 'dense');
    const recall = await recallLessons(services, soloAgent, { query });
    expect([recall.path, recall.reason]).toEqual(['lexical', expect.stringContaining('operator switched')]);
  });

  it('gives tasks in a holdout their lessons, and draws no arms', async () => {
    const { services, lesson_id } = await taught();
    await reviewLesson(services, soloPerson, { action: 'accept', lesson_id, critical: false });
    await decideDelivery(services, soloPerson, { holdout_share: 1 });
    const shown = async (task_key: string) =>
      (await startTask(services, soloAgent, { task: query, task_key })).recall.lessons.length;
    expect(await shown('A-1')).toBe(0);
    await off(services, 'holdout');
    expect([await shown('A-1'), await shown('A-2')]).toEqual([1, 1]);
    expect((await services.stores.runs.findTaskByKey('app', 'A-2'))?.arm).toBeUndefined();
    await on(services);
    expect(await shown('A-3')).toBe(0);
  });
});
