import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HoneError } from '../../domain/error.ts';

/** What has to be known of a sentence embedder to run it, read from the files that come with it. */
export interface ModelFolder {
  readonly folder: string;
  readonly name: string;
  /** Beginning of the checksum of its weights. */
  readonly digest: string;
  readonly dimension: number;
  readonly pooling: 'mean' | 'cls';
  /** Words that the model was taught to expect before a text. */
  readonly prefixes: { readonly query: string; readonly document: string };
  /** Longest text in tokens, the marks at both ends included. */
  readonly maxTokens: number;
  readonly weights: { readonly dtype: 'q8' | 'fp16' | 'fp32'; readonly file: string };
}

const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;

/** Smallest first: on a CPU the smaller is the faster, and quality hardly differs. */
const WEIGHTS = [
  { dtype: 'q8', file: 'onnx/model_quantized.onnx' },
  { dtype: 'fp16', file: 'onnx/model_fp16.onnx' },
  { dtype: 'fp32', file: 'onnx/model.onnx' },
] as const;

const MOST_DIMENSIONS = 4_096;
/** Lessons are short; longer texts would only cost time. */
const LONGEST = 512;

const refusal = (what: string, hint: string): HoneError =>
  new HoneError('INVALID_INPUT', `The folder is no sentence embedder that Hone can run: ${what}.`, hint);

const WHERE =
  'A folder as sentence-transformers export it: config.json, tokenizer.json, tokenizer_config.json, 1_Pooling/config.json, onnx/model.onnx or onnx/model_quantized.onnx. See docs/models.md.';

type Json = Record<string, unknown>;

const readJson = (folder: string, file: string): Json | null => {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  } catch {
    // Said below.
  }
  throw refusal(`${file} is not a JSON object`, 'Fetch the file again from where the model comes from.');
};

/** @throws HoneError INVALID_INPUT with what is missing or cannot be run. */
export const readModelFolder = (folder: string): ModelFolder => {
  if (!existsSync(folder)) throw refusal('there is no such folder', WHERE);
  for (const file of NEEDED) if (!existsSync(join(folder, file))) throw refusal(`${file} is missing`, WHERE);
  const weights = WEIGHTS.find(({ file }) => existsSync(join(folder, file)));
  if (weights === undefined) throw refusal('it has no weights in ONNX form', WHERE);
  return {
    folder,
    name: basename(folder),
    digest: digestOf(folder, weights.file),
    dimension: dimensionOf(folder),
    pooling: poolingOf(folder),
    prefixes: prefixesOf(folder),
    maxTokens: maxTokensOf(folder),
    weights,
  };
};

const dimensionOf = (folder: string): number => {
  const stated = readJson(folder, 'config.json')?.hidden_size;
  if (typeof stated !== 'number' || !Number.isInteger(stated) || stated < 1 || stated > MOST_DIMENSIONS) {
    throw refusal(
      `config.json states no \`hidden_size\` from 1 to ${MOST_DIMENSIONS}`,
      'It is the length of its vectors, e.g. "hidden_size": 384.',
    );
  }
  return stated;
};

const POOLING_HINT =
  'Hone runs "pooling_mode_mean_tokens" and "pooling_mode_cls_token"; the card of the model says which it was taught with. Example: {"pooling_mode_mean_tokens": true}.';

const poolingOf = (folder: string): ModelFolder['pooling'] => {
  const config = readJson(folder, '1_Pooling/config.json');
  if (config === null)
    throw refusal('1_Pooling/config.json is missing, which says how its vectors are made', POOLING_HINT);
  const chosen = Object.entries(config).flatMap(([key, on]) =>
    key.startsWith('pooling_mode_') && on === true ? [key] : [],
  );
  if (chosen.length === 1 && chosen[0] === 'pooling_mode_mean_tokens') return 'mean';
  if (chosen.length === 1 && chosen[0] === 'pooling_mode_cls_token') return 'cls';
  throw refusal('1_Pooling/config.json asks for another pooling than mean or cls', POOLING_HINT);
};

const prefixesOf = (folder: string): ModelFolder['prefixes'] => {
  const prompts = readJson(folder, 'config_sentence_transformers.json')?.prompts;
  const named = (typeof prompts === 'object' && prompts !== null ? prompts : {}) as Json;
  const one = (...names: string[]): string => {
    const found = names.map((name) => named[name]).find((prompt) => typeof prompt === 'string');
    return typeof found === 'string' ? found : '';
  };
  return { query: one('query'), document: one('document', 'passage') };
};

const maxTokensOf = (folder: string): number => {
  const stated = [
    readJson(folder, 'sentence_bert_config.json')?.max_seq_length,
    readJson(folder, 'tokenizer_config.json')?.model_max_length,
  ].find((value) => typeof value === 'number' && value >= 2);
  return Math.min(LONGEST, typeof stated === 'number' ? stated : LONGEST);
};

const PIECE = 1 << 20;
const DIGITS = 12;

/** The stated checksum of the weights; without one, that of their length and of three pieces: reading all of them would hold up each start. */
const digestOf = (folder: string, file: string): string => {
  const sums = join(folder, 'SHA256SUMS');
  const stated = existsSync(sums)
    ? readFileSync(sums, 'utf8')
        .split('\n')
        .find((line) => line.slice(66) === file)
    : undefined;
  if (stated !== undefined) return stated.slice(0, DIGITS);
  const handle = openSync(join(folder, file), 'r');
  try {
    const { size } = fstatSync(handle);
    const hash = createHash('sha256').update(String(size));
    const piece = Buffer.alloc(PIECE);
    for (const start of [0, Math.max(0, Math.floor(size / 2)), Math.max(0, size - PIECE)]) {
      hash.update(piece.subarray(0, readSync(handle, piece, 0, PIECE, start)));
    }
    return hash.digest('hex').slice(0, DIGITS);
  } finally {
    closeSync(handle);
  }
};
