import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { EmbeddingFailure } from '../../domain/embedding-failure.ts';
import { fingerprint } from '../../domain/text/fingerprint.ts';
import type { EmbedderIdentity, EmbedderStatus, EmbeddingLimits, RestartableEmbedder } from '../../ports/embedder.ts';
import type { WorkerReply, WorkerRequest } from './embedding-worker.ts';
import { readModelFolder } from './model-folder.ts';

interface Waiting {
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: Error) => void;
}

/** The library exports no package.json, so it is read from beside its code. It may be absent: the package is optional. */
const runtimeVersion = (): string => {
  try {
    const entry = createRequire(import.meta.url).resolve('@huggingface/transformers');
    return JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8')).version;
  } catch {
    return 'absent';
  }
};

const DTYPES = { q8: 'int8', fp16: 'fp16', fp32: 'fp32' } as const;

const identityOf = (folder: string): EmbedderIdentity => {
  const runtime = `transformers.js ${runtimeVersion()}`;
  try {
    const { name, digest, dimension, pooling, prefixes, weights } = readModelFolder(folder);
    // The same weights read in another way make other vectors.
    const plain = pooling === 'mean' && prefixes.query === '' && prefixes.document === '';
    const way = plain ? '' : `-${fingerprint([pooling, prefixes]).slice(0, 6)}`;
    return { model: `${name}@${digest}${way}`, dtype: DTYPES[weights.dtype], runtime, dimension };
  } catch {
    // Said by status() when somebody wants to embed.
    return { model: `${basename(folder)}@absent`, dtype: 'int8', runtime, dimension: 384 };
  }
};

/** The built file starts as it is; source (tests, scripts) is given the same loader as its parent first. */
const startWorker = (folder: string): Worker => {
  const options = { workerData: { folder } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./embedding-worker.js', import.meta.url), options);
  const file = JSON.stringify(new URL('./embedding-worker.ts', import.meta.url).href);
  // The thread's own text lies in no folder, so the loader is named by its full address.
  const loader = JSON.stringify(
    pathToFileURL(
      createRequire(import.meta.url)
        .resolve('tsx/esm/api')
        .replace(/cjs$/u, 'mjs'),
    ).href,
  );
  const source = `import(${loader}).then((tsx) => { tsx.register(); return import(${file}); })`;
  return new Worker(source, { ...options, eval: true });
};

/**
 * The local model behind the port, in a thread of its own: neither loading nor running it holds up the server.
 * The thread is started by the first `warm` or `embed`.
 */
class TransformersEmbedder implements RestartableEmbedder {
  readonly identity: EmbedderIdentity;
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, Waiting>();
  #status: EmbedderStatus;
  #worker: Worker | null = null;
  #next = 0;
  /** When the thread was last heard of, or last had nothing to do. */
  #lastSign = 0;
  #closed = false;
  /** Threads that were given up and have not ended. */
  readonly #ending = new Set<Promise<unknown>>();

  constructor({ folder, dense, start }: TransformersOptions) {
    this.#start = start ?? (() => startWorker(folder));
    this.identity = identityOf(folder);
    this.#status = dense
      ? { state: 'idle' }
      : { state: 'off', reason: 'dense retrieval is switched off (HONE_DENSE=off)' };
  }

  status(): EmbedderStatus {
    return this.#status;
  }

  warm(): void {
    if (this.#status.state !== 'idle') return;
    this.#status = { state: 'loading' };
    this.#lastSign = performance.now();
    try {
      const worker = this.#start();
      // What a thread says after it was given up is not heard.
      const heard = (act: () => void): void => void (worker === this.#worker && act());
      worker.on('message', (reply: WorkerReply) => heard(() => this.#take(reply)));
      worker.on('error', (error) => heard(() => this.#fail(`the embedding thread ended: ${error.message}`)));
      worker.unref();
      this.#worker = worker;
    } catch {
      this.#fail('the embedding thread could not be started');
    }
  }

  silentMs(): number {
    const working = this.#status.state === 'loading' || (this.#status.state === 'ready' && this.#waiting.size > 0);
    return working ? performance.now() - this.#lastSign : 0;
  }

  restart(): void {
    if (this.#closed || this.#status.state === 'off') return;
    this.#giveUp('the model was started anew');
    this.#status = { state: 'idle' };
  }

  embed(text: string, { as = 'document' }: EmbeddingLimits = {}): Promise<Float32Array> {
    this.warm();
    const status = this.#status;
    if (status.state === 'off') return Promise.reject(new EmbeddingFailure('off', status.reason));
    if (status.state === 'failed') return Promise.reject(new EmbeddingFailure('error', status.reason));
    if (this.#waiting.size === 0 && status.state === 'ready') this.#lastSign = performance.now();
    this.#next += 1;
    const id = this.#next;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // Somebody waits: the process must not end before the answer.
      this.#worker?.ref();
      this.#worker?.postMessage({ id, text, as } satisfies WorkerRequest);
    });
  }

  stuck(): boolean {
    return this.#ending.size > 0;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#giveUp('the embedder is closed');
    if (this.#status.state !== 'off') this.#status = { state: 'failed', reason: 'the embedder is closed' };
    // Kept alive: a process that ended now would wait for the thread, and nothing could stop that.
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, LONGEST_END_MS);
    });
    await Promise.race([Promise.all(this.#ending), late]);
    clearTimeout(timer);
  }

  #take(reply: WorkerReply): void {
    this.#lastSign = performance.now();
    if (reply.kind === 'alive') return;
    if (reply.kind === 'broken') {
      this.#fail(reply.reason);
      return;
    }
    if (reply.kind === 'ready') {
      if (this.#status.state === 'loading') this.#status = { state: 'ready' };
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if (reply.kind === 'vector') waiting?.resolve(reply.vector);
    else waiting?.reject(new EmbeddingFailure('error', reply.reason));
  }

  #fail(reason: string): void {
    if (this.#status.state !== 'off') this.#status = { state: 'failed', reason };
    this.#giveUp(reason);
  }

  /** A thread that hangs in a call of the system cannot be ended: it is left behind and nobody waits for it. */
  #giveUp(reason: string): void {
    const worker = this.#worker;
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new EmbeddingFailure('error', reason));
    this.#waiting.clear();
    if (worker === null) return;
    worker.unref();
    const ending = worker.terminate().finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}

const LONGEST_END_MS = 1_000;

interface TransformersOptions {
  readonly folder: string;
  /** False: an embedder that is off and says so. */
  readonly dense: boolean;
  /** Starts the thread; left out, that of the model. */
  readonly start?: () => Worker;
}

export const openTransformersEmbedder = (options: TransformersOptions): RestartableEmbedder =>
  new TransformersEmbedder(options);
