import { EmbeddingFailure } from '../domain/embedding-failure.ts';
import { HoneError } from '../domain/error.ts';
import { embedMissing } from './recall/embed-missing.ts';
import { modelKey } from './recall/model-key.ts';
import { patientEmbedder } from './recall/patient-embedder.ts';
import type { Services } from './services.ts';

export interface EmbeddingProgress {
  /** What makes the vectors: model, form of its weights, and what runs it. */
  readonly model: string;
  /** Lessons that are searched. */
  readonly lessons: number;
  /** Those of them whose vectors this model made; the others are found by words meanwhile. */
  readonly made: number;
}

/** How far the vectors of this model have come, over all projects. */
export const embeddingProgress = async ({ stores, embedder }: Services): Promise<EmbeddingProgress> => {
  const model = modelKey(embedder);
  let [lessons, made] = [0, 0];
  for (const { project } of await stores.directory.listProjects()) {
    const count = await stores.lessons.vectorCount(project, model);
    lessons += count.lessons;
    made += count.made;
  }
  return { model, lessons, made };
};

const PROBE_MS = 60_000;

/**
 * Makes the vectors of every lesson with the present model, lesson by lesson. It can be ended at any time and goes on where
 * it was; other processes recall meanwhile, by words where this model has made nothing yet.
 *
 * @throws HoneError INVALID_INPUT when the model cannot be run, with the reason.
 */
export const reembed = async (
  services: Services,
  keepOn: () => boolean,
  onProgress: (made: number, lessons: number) => void,
): Promise<EmbeddingProgress> => {
  await tryModel(services);
  const before = await embeddingProgress(services);
  onProgress(before.made, before.lessons);
  let { made } = before;
  for (const { project } of await services.stores.directory.listProjects()) {
    const start = made;
    const onMade = (count: number): void => onProgress(start + count, before.lessons);
    if (keepOn()) made += await embedMissing(services, project, keepOn, { onMade });
  }
  return embeddingProgress(services);
};

const tryModel = async ({ embedder }: Services): Promise<void> => {
  try {
    await patientEmbedder(embedder, PROBE_MS).embed('probe');
  } catch (error) {
    if (!(error instanceof EmbeddingFailure)) throw error;
    throw new HoneError(
      'INVALID_INPUT',
      `The model cannot be run: ${error.message}`,
      'Name another folder with --model, or leave it out for the model that ships.',
      { cause: error },
    );
  }
};
