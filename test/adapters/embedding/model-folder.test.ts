import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModelFolder } from '../../../src/adapters/embedding/model-folder.ts';
import { openTransformersEmbedder } from '../../../src/adapters/embedding/transformers-embedder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SHIPPED = join(import.meta.dirname, '../../../data/models/all-MiniLM-L6-v2');

/** Papers of a model, with weights that nobody runs. */
const papers = (change: Record<string, string | null> = {}): string => {
  const folder = join(temporaryFolder(), 'mine');
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  mkdirSync(join(folder, '1_Pooling'));
  const files: Record<string, string | null> = {
    'config.json': '{"hidden_size": 512}',
    'tokenizer.json': '{}',
    'tokenizer_config.json': '{"model_max_length": 128}',
    '1_Pooling/config.json': '{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}',
    'onnx/model.onnx': 'weights',
    ...change,
  };
  for (const [name, text] of Object.entries(files)) if (text !== null) writeFileSync(join(folder, name), text);
  return folder;
};

describe('the folder of a model', () => {
  it('says how the model that ships is run', () => {
    expect(readModelFolder(SHIPPED)).toMatchObject({
      name: 'all-MiniLM-L6-v2',
      dimension: 384,
      pooling: 'mean',
      prefixes: { query: '', document: '' },
      maxTokens: 256,
      weights: { dtype: 'q8' },
    });
  });

  it('says what another one needs: length, pooling, words before a text, longest text', () => {
    const prompts = '{"prompts": {"query": "query: ", "passage": "passage: "}}';
    expect(readModelFolder(papers({ 'config_sentence_transformers.json': prompts }))).toMatchObject({
      name: 'mine',
      dimension: 512,
      pooling: 'cls',
      prefixes: { query: 'query: ', document: 'passage: ' },
      maxTokens: 128,
      weights: { dtype: 'fp32', file: 'onnx/model.onnx' },
    });
  });

  it('tells other weights apart', () => {
    const digest = (text: string) => readModelFolder(papers({ 'onnx/model.onnx': text })).digest;
    expect(digest('weights')).toBe(digest('weights'));
    expect(digest('weights')).not.toBe(digest('weighty'));
  });

  it.each([
    ['config.json', null, 'config.json is missing'],
    ['config.json', '{}', 'states no `hidden_size`'],
    ['config.json', '{"hidden_size": 1e9}', 'states no `hidden_size`'],
    ['config.json', '[not json', 'config.json is not a JSON object'],
    ['tokenizer.json', null, 'tokenizer.json is missing'],
    ['onnx/model.onnx', null, 'no weights in ONNX form'],
    ['1_Pooling/config.json', null, '1_Pooling/config.json is missing'],
    ['1_Pooling/config.json', '{"pooling_mode_max_tokens": true}', 'another pooling'],
    ['1_Pooling/config.json', '{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": true}', 'another pooling'],
  ])('is refused when %s is %s', (file, text, message) => {
    expect(() => readModelFolder(papers({ [file]: text }))).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining(message) }),
    );
  });

  it('is refused when there is none', () => {
    expect(() => readModelFolder('/nowhere/at/all')).toThrow('there is no such folder');
  });
});

describe('a model of one’s own', () => {
  const copy = (change: (folder: string) => void): string => {
    const folder = join(temporaryFolder(), 'mine');
    cpSync(SHIPPED, folder, { recursive: true });
    rmSync(join(folder, 'SHA256SUMS'));
    change(folder);
    return folder;
  };

  it('is run as its papers say, and its vectors are kept apart', async () => {
    const folder = copy((inside) => {
      writeFileSync(join(inside, '1_Pooling/config.json'), '{"pooling_mode_cls_token": true}');
      writeFileSync(join(inside, 'config_sentence_transformers.json'), '{"prompts": {"query": "query: "}}');
    });
    const own = openTransformersEmbedder({ folder, dense: true });
    const shipped = openTransformersEmbedder({ folder: SHIPPED, dense: true });
    try {
      expect(own.identity.model).toMatch(/^mine@[\da-f]{12}-[\da-f]{6}$/u);
      const asked = await own.embed('open the database', { as: 'query' });
      expect(Math.hypot(...asked)).toBeCloseTo(1, 5);
      expect(asked).not.toEqual(await own.embed('open the database'));
      expect(asked).toEqual(await own.embed('query: open the database'));
      expect(asked).not.toEqual(await shipped.embed('open the database'));
    } finally {
      await Promise.all([own.close(), shipped.close()]);
    }
  }, 60_000);

  it('that makes other vectors than it states is not used', async () => {
    const folder = copy((inside) =>
      writeFileSync(join(inside, 'config.json'), '{"hidden_size": 768, "model_type": "bert"}'),
    );
    const own = openTransformersEmbedder({ folder, dense: true });
    try {
      await expect(own.embed('x')).rejects.toThrow('states vectors of 768 numbers, and the model makes 384');
    } finally {
      await own.close();
    }
  }, 60_000);
});
