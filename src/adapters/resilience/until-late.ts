import { EmbeddingFailure } from '../../domain/embedding-failure.ts';
import type { RestartableEmbedder } from '../../ports/embedder.ts';

type Model = Pick<RestartableEmbedder, 'status' | 'silentMs'>;
interface Waits {
  readonly waitMs: number;
  readonly coldWaitMs: number;
}

const SHORTEST_LOOK_MS = 5;
const LONGEST_LOOK_MS = 10;
/** What was said while this thread was busy arrives between two looks. */
const SILENT_LOOKS = 2;

/** Looks at a model that is waited for, again and again; the answer is why not to wait any longer. */
const watch = (model: Model, { waitMs, coldWaitMs }: Waits): (() => EmbeddingFailure | null) => {
  const begin = performance.now();
  let readySince: number | null = null;
  let silentLooks = 0;
  const hangs = (): EmbeddingFailure => new EmbeddingFailure('timeout', 'the model did not answer in time');
  const whileLoading = (now: number): EmbeddingFailure | null => {
    silentLooks = model.silentMs() > waitMs ? silentLooks + 1 : 0;
    if (silentLooks >= SILENT_LOOKS) return hangs();
    return now - begin > coldWaitMs ? new EmbeddingFailure('error', 'the model is still loading') : null;
  };
  return () => {
    const now = performance.now();
    if (readySince === null && model.status().state === 'loading') return whileLoading(now);
    readySince ??= now;
    return now - readySince > waitMs ? hangs() : null;
  };
};

/**
 * The vector, unless it comes late. A loaded model has `waitMs`. A loading one has `coldWaitMs` in all, and may never be
 * silent for `waitMs`: so a slow start is waited for and a hanging one is not. Only what hangs is a `timeout`; a model
 * that is slow to load but alive is not.
 *
 * @throws EmbeddingFailure
 */
export const untilLate = (vector: Promise<Float32Array>, model: Model, waits: Waits): Promise<Float32Array> =>
  new Promise((resolve, reject) => {
    const look = watch(model, waits);
    const every = Math.max(SHORTEST_LOOK_MS, Math.min(LONGEST_LOOK_MS, waits.waitMs / 8));
    const timer = setInterval(() => {
      const late = look();
      if (late !== null) end(() => reject(late));
    }, every);
    const end = (tell: () => void): void => {
      clearInterval(timer);
      tell();
    };
    vector.then(
      (value) => end(() => resolve(value)),
      (error) => end(() => reject(error)),
    );
  });
