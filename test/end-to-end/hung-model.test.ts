import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { guardEmbedder } from '../../src/adapters/resilience/guarded-embedder.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { hangingModel } from '../support/hanging-model.ts';
import { openTestServices, soloAgent, temporaryFolder } from '../support/test-services.ts';

it('a model that hangs costs its own arm only: reads and writes go on by words, say so, and find meaning again', async () => {
  const { services: opened } = await openTestServices();
  const model = hangingModel(temporaryFolder());
  const embedder = guardEmbedder(model.embedder, { waitMs: 60, coldWaitMs: 2_000, probeMs: 40, restartAfterMs: 100 });
  const services = { ...opened, embedder };
  try {
    const query = 'installing dependencies';
    const { run_id } = await startTask(services, soloAgent, { task: query });
    // Another question each time: the same one over and over would be held back as a loop.
    let asked = 0;
    const recall = () => {
      asked += 1;
      return recallLessons(services, soloAgent, { query: `${query} number ${asked}`, run_id });
    };
    while ((await recall()).path !== 'hybrid') await sleep(5);
    const before = (await services.stores.runs.recallsOf('app', run_id)).length;
    model.hang();
    for (const words of ['did not answer in time', 'did not answer in time', 'tried again in the background']) {
      const answer = await recall();
      expect(answer).toMatchObject({ path: 'lexical' });
      expect(answer.reason).toContain(words);
    }
    const taught = { wrong: 'npm', right: 'Use pnpm here.', when: 'installing dependencies' };
    expect(await recordCorrection(services, soloAgent, taught)).toMatchObject({ match: 'novel' });
    expect((await recall()).lessons).toHaveLength(1);
    model.mend();
    while ((await recall()).path !== 'hybrid') await sleep(5);
    const recalls = await services.stores.runs.recallsOf('app', run_id);
    const reasons = recalls.slice(before).map(({ fallback }) => fallback);
    expect(reasons.slice(0, 3)).toEqual(['timeout', 'timeout', 'breaker_open']);
    expect(reasons.at(-1)).toBeUndefined();
  } finally {
    await embedder.close();
  }
});
