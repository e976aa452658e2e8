import { describe, expect, it } from 'vitest';
import { HoneError } from '../../../src/domain/error.ts';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../../src/use-cases/review-lesson.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { inProject, openTestServices, soloAgent, soloPerson } from '../../support/test-services.ts';

const away = (): Promise<never> =>
  Promise.reject(new HoneError('STORE_UNAVAILABLE', 'The store could not be read or written.', ''));
/** The same services with a search that fails, and with `all` every read. */
const broken = (services: Services, all = false): Services => ({
  ...services,
  stores: {
    ...services.stores,
    search: { ...services.stores.search, corpus: away, lexical: away, scoped: away },
    ...(all
      ? {
          lessons: { ...services.stores.lessons, find: away },
          runs: { ...services.stores.runs, findRun: away, findTask: away },
        }
      : {}),
  },
});

const setUp = async () => {
  const { services } = await openTestServices();
  const taught = await recordCorrection(services, soloPerson, {
    wrong: 'npm',
    right: 'Use pnpm here.',
    when: 'installing dependencies',
  });
  const query = 'installing dependencies for the app';
  expect((await recallLessons(services, soloAgent, { query })).lessons).toHaveLength(1);
  return { services, query, lessonId: taught.lesson?.lesson_id ?? '' };
};

describe('a recall whose search fails', () => {
  it.each([false, true])('gives what served lately and fits, and says so (all reads fail: %s)', async (all) => {
    const { services, query, lessonId } = await setUp();
    const recall = await recallLessons(broken(services, all), soloAgent, { query });
    expect(recall).toMatchObject({ decision: 'degraded', path: 'cache', lessons: [{ lesson_id: lessonId }] });
    expect(recall.reason).toContain('could not be read');
    const other = await recallLessons(broken(services, all), soloAgent, { query: 'draw a chart of sales' });
    expect(other).toMatchObject({ decision: 'degraded', path: 'none', lessons: [] });
  });

  it('never gives a lesson that was revoked', async () => {
    const { services, query, lessonId } = await setUp();
    await reviewLesson(services, soloPerson, { lesson_id: lessonId, action: 'quarantine', reason: 'wrong' });
    expect(await recallLessons(broken(services), soloAgent, { query })).toMatchObject({ path: 'none', lessons: [] });
    expect(await recallLessons(broken(services, true), soloAgent, { query })).toMatchObject({
      path: 'none',
      lessons: [],
    });
  });

  it('gives nothing of another project, and nothing to a run of which it is not known whether it is held out', async () => {
    const { services, query } = await setUp();
    const { run_id } = await startTask(services, soloAgent, { task: 'draw a chart' });
    const elsewhere = inProject(soloAgent, 'other');
    expect(await recallLessons(broken(services), elsewhere, { query })).toMatchObject({ path: 'none', lessons: [] });
    const unknown = await recallLessons(broken(services, true), soloAgent, { query, run_id });
    expect(unknown).toMatchObject({ path: 'none', lessons: [] });
    expect(unknown.reason).toContain('could not be recorded');
    expect(await recallLessons(broken(services), soloAgent, { query, run_id })).toMatchObject({ path: 'cache' });
  });

  it('is counted with its way and reason', async () => {
    const { services, query } = await setUp();
    const { run_id } = await startTask(services, soloAgent, { task: 'draw a chart' });
    await recallLessons(broken(services), soloAgent, { query, run_id });
    const recalls = await services.stores.runs.recallsOf('app', run_id);
    expect(recalls.map(({ path, fallback }) => [path, fallback])).toEqual([
      ['lexical', 'off'],
      ['cache', 'error'],
    ]);
  });
});
