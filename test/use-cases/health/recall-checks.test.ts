import { describe, expect, it } from 'vitest';
import type { RecallPath } from '../../../src/domain/recall.ts';
import { embeddingCheck, recentRecallsCheck, vectorsCheck } from '../../../src/use-cases/health/recall-checks.ts';
import { openTestServices } from '../../support/test-services.ts';

const withRecalls = async (...paths: RecallPath[]) => {
  const { services, clock } = await openTestServices();
  await services.unitOfWork.write(async (stores) => {
    await stores.directory.addProject('app', clock.now());
    for (const path of paths) {
      await stores.runs.addRecall({
        project: 'app',
        recall_id: services.ids.next('recall'),
        query: 'q',
        decision: 'abstain',
        path,
        reason: `served by ${path}`,
        tokens: 0,
        at: clock.now(),
        candidates: [],
      });
    }
  });
  return services;
};

describe('recentRecallsCheck', () => {
  it('passes when all were served the first way', async () => {
    const checks = await recentRecallsCheck(await withRecalls('hybrid', 'hybrid'));
    expect(checks).toMatchObject([{ status: 'ok', detail: 'The last 2: 2 hybrid.' }]);
  });

  it('warns of lesser ways, with the reason of the newest', async () => {
    const checks = await recentRecallsCheck(await withRecalls('none', 'hybrid', 'lexical', 'hybrid'));
    expect(checks).toMatchObject([
      { status: 'warn', detail: expect.stringMatching(/2 hybrid, 1 lexical, 1 none.*served by lexical/u) },
    ]);
  });

  it('does not pass when there was none', async () => {
    expect(await recentRecallsCheck(await withRecalls())).toMatchObject([{ status: 'warn' }]);
  });
});

describe('vectorsCheck', () => {
  it.each([
    [{ lessons: 3, lessonsWithVectors: 3 }, 'ok'],
    [{ lessons: 3, lessonsWithVectors: 1 }, 'warn'],
  ])('%j: %s', (facts, status) => {
    expect(vectorsCheck(facts).status).toBe(status);
  });
});

describe('embeddingCheck', () => {
  it('says that it was not examined when it is off', async () => {
    const { services } = await openTestServices();
    expect(await embeddingCheck(services)).toMatchObject([
      { status: 'warn', detail: expect.stringMatching(/^Not examined/u) },
    ]);
  });

  it('passes when a real vector came out', async () => {
    const { services } = await openTestServices({ dense: true });
    expect(await embeddingCheck(services)).toMatchObject([{ name: 'embedding', status: 'ok' }]);
  });
});
