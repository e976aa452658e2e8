import { describe, expect, it } from 'vitest';
import { rememberVectors } from '../../../src/adapters/embedding/remembered-vectors.ts';
import type { Embedder } from '../../../src/ports/embedder.ts';

const counting = () => {
  const asked: string[] = [];
  const embedder: Embedder = {
    identity: { model: 'm', dtype: 'int8', runtime: 'r', dimension: 2 },
    status: () => ({ state: 'ready' }),
    warm: () => {},
    close: async () => {},
    embed: async (text, { as = 'document' } = {}) => {
      asked.push(`${as} ${text}`);
      if (text === 'fails') throw new Error('no vector');
      return Float32Array.of(asked.length, 0);
    },
  };
  return { asked, embedder };
};

describe('rememberVectors', () => {
  it('asks once for a text that is remembered, and apart for what it is to the model', async () => {
    const { asked, embedder } = counting();
    const remembering = rememberVectors(embedder, 2);
    const first = await remembering.embed('a');
    first[0] = 99;
    expect([...(await remembering.embed('a'))]).toEqual([1, 0]);
    await remembering.embed('a', { as: 'query' });
    expect(asked).toEqual(['document a', 'query a']);
    await remembering.embed('a');
    await remembering.embed('b');
    await remembering.embed('a', { as: 'query' });
    expect(asked).toEqual(['document a', 'query a', 'document b', 'query a']);
  });

  it('remembers no failure', async () => {
    const { asked, embedder } = counting();
    const remembering = rememberVectors(embedder);
    await expect(remembering.embed('fails')).rejects.toThrow();
    await expect(remembering.embed('fails')).rejects.toThrow();
    expect(asked).toHaveLength(2);
  });
});
