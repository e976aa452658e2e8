import { describe, expect, it } from 'vitest';
import { indexLesson, indexTrigger } from '../../../src/use-cases/recall/index-lesson.ts';
import { modelKey } from '../../../src/use-cases/recall/model-key.ts';
import { openTestServices } from '../../support/test-services.ts';

const text = {
  when: 'changing the schema',
  rule: 'Write a migration first.',
  why: 'a table was lost',
  examples: ['add a column', 'rename a table'],
  citations: [],
  scope: {},
};

describe('the index of a lesson', () => {
  it('without the model holds its words, the reason not among them', async () => {
    const { services } = await openTestServices();
    expect(await indexLesson(services, text)).toEqual({
      text: ['chang', 'schema', 'write', 'migrat', 'first'],
      example: ['add', 'column', 'renam', 'tabl'],
      vectors: [],
      model: null,
    });
    expect(await indexTrigger(services, 'add a column')).toEqual({ terms: ['add', 'column'], vector: null });
  });

  it('with the model holds a vector of the situation, of all its words and of each example', async () => {
    const { services } = await openTestServices({ dense: true });
    const { vectors, model } = await indexLesson(services, text);
    expect(vectors.map((one) => one.kind)).toEqual(['text', 'text', 'example', 'example']);
    for (const { vector } of vectors) expect(vector).toHaveLength(services.embedder.identity.dimension);
    expect(model).toBe(modelKey(services.embedder));
    expect((await indexTrigger(services, 'add a column')).vector).toEqual(vectors[2]?.vector);
  });
});
