import { basename, dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { modelDamage } from './model-files.ts';
import { readModelFolder } from './model-folder.ts';

/** Far more text than 256 tokens hold; the rest would only cost tokenising. */
const MAX_CHARACTERS = 8_000;

/** While the model loads; later its answers are signs enough. */
const SIGN_EVERY_MS = 50;

export type WorkerRequest = { readonly id: number; readonly text: string; readonly as: 'query' | 'document' };
export type WorkerReply =
  | { readonly kind: 'alive' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'vector'; readonly id: number; readonly vector: Float32Array }
  | { readonly kind: 'error'; readonly id: number; readonly reason: string };

/** The package is optional: its installation fetches what Hone does not use, and where that fails it is left out. */
const loadRuntime = async () => {
  try {
    return await import('@huggingface/transformers');
  } catch (error) {
    throw new Error('the runtime of the model is not installed', { cause: error });
  }
};

const load = async (folder: string) => {
  const damage = modelDamage(folder);
  if (damage !== null) throw new Error(damage);
  const form = readModelFolder(folder);
  // Loaded here and not above, so that signs of life are given meanwhile.
  const { AutoModel, AutoTokenizer, env, Tensor } = await loadRuntime();
  env.allowRemoteModels = false;
  env.localModelPath = dirname(folder);
  const name = basename(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const model = await AutoModel.from_pretrained(name, {
    dtype: form.weights.dtype,
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 },
  });
  return { tokenizer, model, Tensor, form };
};

/** The reference tokenizer keeps the final mark of a text it cuts; this library drops it, so it is put back. */
const tokenIds = (ids: readonly bigint[], most: number): bigint[] =>
  ids.length <= most ? [...ids] : [...ids.slice(0, most - 1), ids.at(-1) ?? 102n];

/** One vector of length 1 for the text, from those of its tokens: their mean, or that of the first. */
const pooled = (states: Float32Array, tokens: number, dimension: number, pooling: 'mean' | 'cls'): Float32Array => {
  const sum = new Float32Array(dimension);
  for (let t = 0; t < (pooling === 'cls' ? 1 : tokens); t += 1) {
    for (let d = 0; d < dimension; d += 1) sum[d] = (sum[d] ?? 0) + (states[t * dimension + d] ?? 0);
  }
  const norm = Math.hypot(...sum) || 1;
  return sum.map((value) => value / norm);
};

type Loaded = Awaited<ReturnType<typeof load>>;

const embed = async ({ tokenizer, model, Tensor, form }: Loaded, { text, as }: Said): Promise<Float32Array> => {
  const said = `${form.prefixes[as]}${text}`.slice(0, MAX_CHARACTERS);
  const encoded = await tokenizer(said, { truncation: false });
  const ids = tokenIds([...(encoded.input_ids.data as BigInt64Array)], form.maxTokens);
  const shape = [1, ids.length];
  const filled = (value: bigint) => new Tensor('int64', new BigInt64Array(ids.length).fill(value), shape);
  const output = await model({
    input_ids: new Tensor('int64', BigInt64Array.from(ids), shape),
    attention_mask: filled(1n),
    token_type_ids: filled(0n),
  });
  const hidden = output.last_hidden_state;
  if (hidden === undefined) throw new Error('the model has no output named last_hidden_state');
  if (hidden.dims[2] !== form.dimension) {
    throw new Error(`config.json states vectors of ${form.dimension} numbers, and the model makes ${hidden.dims[2]}`);
  }
  return pooled(hidden.data as Float32Array, ids.length, form.dimension, form.pooling);
};

type Said = Pick<WorkerRequest, 'text' | 'as'>;

/** A model that fits its papers makes a vector of any text. */
const loadSound = async (folder: string): Promise<Loaded> => {
  const loaded = await load(folder);
  await embed(loaded, { text: 'probe', as: 'query' });
  return loaded;
};

const reason = (error: unknown): string => (error instanceof Error ? error.message : 'unknown failure');

const serve = async (): Promise<void> => {
  const port = parentPort;
  if (port === null) return;
  const send = (reply: WorkerReply): void => port.postMessage(reply);
  send({ kind: 'alive' });
  const signs = setInterval(() => send({ kind: 'alive' }), SIGN_EVERY_MS);
  const loaded = loadSound(workerData.folder as string);
  loaded
    .then(
      () => send({ kind: 'ready' }),
      (error) => send({ kind: 'broken', reason: reason(error) }),
    )
    .finally(() => clearInterval(signs));
  // One text per run: int8 activations are scaled over a batch, so batching would change the vectors.
  let queue: Promise<void> = Promise.resolve();
  port.on('message', ({ id, ...said }: WorkerRequest) => {
    queue = queue.then(async () => {
      try {
        send({ kind: 'vector', id, vector: await embed(await loaded, said) });
      } catch (error) {
        send({ kind: 'error', id, reason: reason(error) });
      }
    });
  });
};

await serve();
