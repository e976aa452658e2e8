import { execFileSync } from 'node:child_process';
import { appendFileSync, closeSync, constants, cpSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTransformersEmbedder } from '../../../src/adapters/embedding/transformers-embedder.ts';
import { temporaryFolder } from '../../support/test-services.ts';

const folder = join(import.meta.dirname, '../../../data/models/all-MiniLM-L6-v2');
const golden = JSON.parse(readFileSync(join(folder, 'golden.json'), 'utf8'));
const open = (options: { folder: string; dense: boolean }) => {
  const embedder = openTransformersEmbedder(options);
  onTestFinished(() => embedder.close());
  return embedder;
};
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe('the local model', () => {
  it('gives the golden cosines, as unit vectors', async () => {
    const embedder = open({ folder, dense: true });
    const vectors: Float32Array[] = [];
    for (const text of golden.texts) vectors.push(await embedder.embed(text));
    const matrix: number[][] = golden.cosines;
    for (const [i, row] of matrix.entries()) {
      for (const [j, cosine] of row.entries()) {
        expect(Math.abs(dot(vectors[i]!, vectors[j]!) - cosine), `${i}, ${j}`).toBeLessThanOrEqual(0.05);
      }
      expect(dot(vectors[i]!, vectors[i]!)).toBeCloseTo(1, 5);
    }
    expect(embedder.status()).toEqual({ state: 'ready' });
  });

  it('keeps the beginning of a long text', async () => {
    const embedder = open({ folder, dense: true });
    const start = 'the retry of a payment needs an idempotency key. '.repeat(60);
    const [long, longer] = [
      await embedder.embed(start),
      await embedder.embed(`${start}${'unrelated words '.repeat(500)}`),
    ];
    expect(dot(long, longer)).toBeCloseTo(1, 5);
  });
});

describe('without the model', () => {
  it('a damaged file is never loaded: the reason names it', async () => {
    const copy = join(temporaryFolder(), 'model');
    cpSync(folder, copy, { recursive: true });
    appendFileSync(join(copy, 'onnx/model_quantized.onnx'), 'x');
    const embedder = open({ folder: copy, dense: true });
    await expect(embedder.embed('text')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(embedder.status()).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('model_quantized.onnx'),
    });
  });

  it('a missing folder is said, and nothing is fetched', async () => {
    const embedder = open({ folder: join(temporaryFolder(), 'nowhere'), dense: true });
    await expect(embedder.embed('text')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(embedder.status()).toMatchObject({ state: 'failed', reason: expect.stringContaining('missing') });
  });

  it('switched off it says so', async () => {
    const embedder = open({ folder, dense: false });
    await expect(embedder.embed('text')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(embedder.status()).toMatchObject({ state: 'off' });
  });
});

it.runIf(process.platform === 'linux')(
  'that hangs in a call of the system is left behind, and says that it is stuck',
  async () => {
    const folder = temporaryFolder();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const source = `require('node:fs').readFileSync(${JSON.stringify(pipe)})`;
    const embedder = openTransformersEmbedder({
      folder,
      dense: true,
      start: () => new Worker(source, { eval: true }),
    });
    embedder.warm();
    // Once the pipe has a reader the thread hangs in it.
    let writer: number | null = null;
    while (writer === null) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      try {
        writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
      } catch {
        // Nobody reads yet.
      }
    }
    // The pipe is open: a moment later the thread waits in the read, and nothing wakes it.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const waiting = embedder.embed('a text');
    const refused = expect(waiting).rejects.toMatchObject({ reason: 'error' });
    await embedder.close();
    await refused;
    expect(embedder.stuck()).toBe(true);
    closeSync(writer);
    while (embedder.stuck()) await new Promise((resolve) => setTimeout(resolve, 5));
  },
);
