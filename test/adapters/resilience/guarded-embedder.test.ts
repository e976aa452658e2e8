import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { guardEmbedder } from '../../../src/adapters/resilience/guarded-embedder.ts';
import { EmbeddingFailure } from '../../../src/domain/embedding-failure.ts';
import type { Embedder } from '../../../src/ports/embedder.ts';
import { hangingModel } from '../../support/hanging-model.ts';
import { temporaryFolder } from '../../support/test-services.ts';

const open: Embedder[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const SETTINGS = { waitMs: 60, coldWaitMs: 2_000, probeMs: 40, restartAfterMs: 100 };

const setUp = (options: { hangAtLoad?: boolean } = {}) => {
  const model = hangingModel(temporaryFolder(), options);
  const guarded = guardEmbedder(model.embedder, SETTINGS);
  open.push(guarded);
  return { ...model, guarded };
};
const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'vector',
    (error) => (error instanceof EmbeddingFailure ? error.reason : String(error)),
  );
const untilItAnswers = async (embedder: Embedder): Promise<void> => {
  while ((await reasonOf(embedder.embed('x'))) !== 'vector') await sleep(5);
};

describe('a model behind a breaker', () => {
  it('that hangs is waited for twice, then nobody waits, and it comes back by itself', async () => {
    const { guarded, hang, mend } = setUp();
    await untilItAnswers(guarded);
    hang();
    expect(await reasonOf(guarded.embed('a'))).toBe('timeout');
    expect(await reasonOf(guarded.embed('b'))).toBe('timeout');
    expect(await reasonOf(guarded.embed('c'))).toBe('breaker_open');
    expect(guarded.status()).toMatchObject({ state: 'failed', reason: expect.stringContaining('background') });
    mend();
    await untilItAnswers(guarded);
    expect(guarded.status()).toEqual({ state: 'ready' });
  });

  it('that hangs while it loads is waited for no longer than one that hangs later', async () => {
    const { guarded, hang, mend } = setUp({ hangAtLoad: true });
    hang();
    expect(await reasonOf(guarded.embed('a'))).toBe('timeout');
    expect(await reasonOf(guarded.embed('b'))).toBe('timeout');
    expect(await reasonOf(guarded.embed('c'))).toBe('breaker_open');
    mend();
    await untilItAnswers(guarded);
  });

  it('gives way to patient work', async () => {
    const { guarded, hang } = setUp();
    await untilItAnswers(guarded);
    hang();
    let waited = true;
    void reasonOf(guarded.embed('a', { withinMs: 60_000 })).then(() => {
      waited = false;
    });
    expect(await reasonOf(guarded.embed('b'))).toBe('timeout');
    expect(waited).toBe(true);
  });

  it('that is off or closed says so and is not tried again', async () => {
    const { guarded } = setUp();
    await untilItAnswers(guarded);
    await guarded.close();
    expect(await reasonOf(guarded.embed('a'))).toBe('error');
    expect(guarded.status()).toMatchObject({ state: 'failed', reason: 'the embedder is closed' });
  });
});
