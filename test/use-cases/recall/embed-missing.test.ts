import { describe, expect, it } from 'vitest';
import { embedMissing } from '../../../src/use-cases/recall/embed-missing.ts';
import { indexLesson, indexTrigger } from '../../../src/use-cases/recall/index-lesson.ts';
import { modelKey } from '../../../src/use-cases/recall/model-key.ts';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { addLessons, minute, newLesson, sampleLesson } from '../../contracts/samples.ts';
import { openTestServices, soloAgent } from '../../support/test-services.ts';

/** Lessons as they are written while the model is away, more than one batch of them; the first has a trigger. */
const writeWithoutModel = async (services: Services, count: number): Promise<void> => {
  const words = { when: 'installing dependencies', rule: 'Use pnpm install --frozen-lockfile.' };
  const { services: away } = await openTestServices();
  for (let i = 0; i < count; i += 1) {
    const index = await indexLesson(away, sampleLesson(`les_${i}`, words));
    await addLessons(services, newLesson(`les_${i}`, words, index));
  }
  const trigger = { text: 'set up the packages', at: minute(5), source: 'correction' } as const;
  const index = await indexTrigger(away, trigger.text);
  await services.unitOfWork.write((stores) => stores.lessons.addTrigger('app', 'les_0', trigger, index));
};

const lacking = async (services: Services): Promise<number> =>
  (await services.stores.lessons.withoutVectors('app', modelKey(services.embedder), 100)).length;

describe('vectors made up for', () => {
  it('let lessons be found by meaning that were written without the model, triggers included', async () => {
    const { services } = await openTestServices({ dense: true });
    await writeWithoutModel(services, 22);
    expect(await embedMissing(services, 'app', () => true)).toBe(22);
    expect(await lacking(services)).toBe(0);
    const key = modelKey(services.embedder);
    const asked = await services.embedder.embed('set up the packages');
    const [similarity] = (await services.stores.search.similarities('app', key, ['les_0'], [asked])).get('les_0') ?? [];
    expect(similarity?.trigger).toBeCloseTo(1, 2);
    const found = await recallLessons(services, soloAgent, { query: 'get the packages onto a new machine', limit: 1 });
    expect(found).toMatchObject({ path: 'hybrid', decision: 'deliver' });
  });

  it('stop when told to, and go on from there', async () => {
    const { services } = await openTestServices({ dense: true });
    await writeWithoutModel(services, 3);
    let asked = 0;
    const twice = (): boolean => {
      asked += 1;
      return asked <= 2;
    };
    const made = await embedMissing(services, 'app', twice);
    expect(made).toBeLessThan(3);
    expect(await embedMissing(services, 'app', () => true)).toBe(3 - made);
  });

  it('are none without the model, and it ends', async () => {
    const { services } = await openTestServices();
    await writeWithoutModel(services, 2);
    expect(await embedMissing(services, 'app', () => true)).toBe(0);
    expect(await lacking(services)).toBe(2);
  });
});
