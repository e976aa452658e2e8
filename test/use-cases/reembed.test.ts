import { expect, it } from 'vitest';
import type { Embedder } from '../../src/ports/embedder.ts';
import { makeUpVectors } from '../../src/use-cases/make-up-vectors.ts';
import { indexLesson } from '../../src/use-cases/recall/index-lesson.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { embeddingProgress, reembed } from '../../src/use-cases/reembed.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { addLessons, newLesson, sampleLesson } from '../contracts/samples.ts';
import { openTestServices, soloAgent } from '../support/test-services.ts';

const WORDS = ['proxy', 'clock', 'schema', 'release'];

/** A model that knows four words: each is an axis. `axes` more numbers than words tell models of other lengths apart. */
const model = (name: string, dimension: number): Embedder => ({
  identity: { model: name, dtype: 'fp32', runtime: 'test 1', dimension },
  status: () => ({ state: 'ready' }),
  warm: () => {},
  close: async () => {},
  embed: async (text) => {
    const vector = new Float32Array(dimension);
    for (const [axis, word] of WORDS.entries()) vector[axis] = text.includes(word) ? 1 : 0.01;
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  },
});

const withLessons = async (): Promise<Services> => {
  const { services } = await openTestServices();
  const own = { ...services, embedder: model('small@1', 384) };
  for (const word of WORDS) {
    const text = { when: `working on the ${word}`, rule: `Ask the owner of the ${word} before you change it.` };
    const lesson = sampleLesson(`les_${word}`, text);
    await addLessons(own, newLesson(lesson.lesson_id, text, await indexLesson(own, lesson)));
  }
  return own;
};

it('makes all vectors anew, with vectors of another length, and goes on where it was ended', async () => {
  const services = await withLessons();
  expect(await embeddingProgress(services)).toEqual({ model: 'small@1 fp32 test 1', lessons: 4, made: 4 });
  const other = { ...services, embedder: model('large@2', 768) };
  const steps: [number, number][] = [];
  let left = 4;
  const ended = await reembed(
    other,
    () => left-- > 0,
    (...step) => steps.push(step),
  );
  expect(ended.made).toBeGreaterThan(0);
  expect(ended.made).toBeLessThan(4);
  // What is not made yet is found by words; the model that made the rest goes on too.
  for (const word of WORDS) {
    for (const one of [services, other]) {
      const { lessons } = await recallLessons(one, soloAgent, { query: `change the ${word}` });
      expect(lessons[0]?.rule).toContain(word);
    }
  }
  const whole = await reembed(
    other,
    () => true,
    (...step) => steps.push(step),
  );
  expect(whole).toEqual({ model: 'large@2 fp32 test 1', lessons: 4, made: 4 });
  expect(steps.at(-1)).toEqual([4, 4]);
  const found = await other.stores.search.dense('app', 'served', whole.model, await other.embedder.embed('clock'), 1);
  expect((await other.stores.lessons.find('app', found[0] ?? ''))?.rule).toContain('clock');
  expect(await embeddingProgress(services)).toMatchObject({ made: 0 });
});

it('is not done by a server that has another model, but by one whose model is run in a new way', async () => {
  const services = await withLessons();
  expect(await makeUpVectors({ ...services, embedder: model('large@2', 768) }, () => true)).toBe(0);
  const updated = model('small@1', 384);
  const newer = { ...services, embedder: { ...updated, identity: { ...updated.identity, runtime: 'test 2' } } };
  expect(await makeUpVectors(newer, () => true)).toBe(4);
});

it('is refused when the model cannot be run, and changes nothing', async () => {
  const { services } = await openTestServices();
  await expect(
    reembed(
      services,
      () => true,
      () => {},
    ),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});
