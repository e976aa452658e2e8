import type { Lesson } from '../../domain/lesson.ts';
import type { TriggerEntry } from '../../domain/retrieval/index-entry.ts';
import { learnedOf } from '../learning/learned-of.ts';
import type { Services } from '../services.ts';
import { indexLesson, indexTrigger } from './index-lesson.ts';
import { modelKey } from './model-key.ts';
import { patientEmbedder } from './patient-embedder.ts';

const BATCH = 200;
/** Nobody waits for these. */
const WITHIN_MS = 30_000;

export interface EmbedMissingOptions {
  /** Also lessons that another model made vectors of. */
  readonly other?: boolean;
  readonly onMade?: (made: number) => void;
}

/**
 * Makes the vectors that lessons of a project lack, because they were written without the model or by another one.
 * Each lesson is one transaction, so it can be stopped and taken up again at any time. Returns how many were made.
 */
export const embedMissing = async (
  given: Services,
  project: string,
  keepOn: () => boolean,
  { other = true, onMade = () => {} }: EmbedMissingOptions = {},
): Promise<number> => {
  const services = { ...given, embedder: patientEmbedder(given.embedder, WITHIN_MS) };
  let made = 0;
  while (keepOn()) {
    const lessons = await services.stores.lessons.withoutVectors(project, modelKey(services.embedder), BATCH, other);
    let changed = 0;
    for (const lesson of lessons) {
      if (!keepOn() || !(await embedOne(services, lesson))) continue;
      changed += 1;
      onMade(made + changed);
    }
    made += changed;
    if (changed === 0) break;
  }
  return made;
};

/** False when the model is away, or the lesson moved on meanwhile. */
const embedOne = async (services: Services, lesson: Lesson): Promise<boolean> => {
  const { project, lesson_id, version } = lesson;
  const learned = await learnedOf(services.stores, project, lesson_id);
  const index = await indexLesson(services, lesson);
  if (index.model === null) return false;
  const triggers: TriggerEntry[] = [];
  for (const trigger of learned?.triggers ?? []) {
    triggers.push(await indexTrigger(services, trigger.text));
  }
  return services.unitOfWork.write((stores) =>
    stores.lessons.replaceIndex(project, lesson_id, version, index, triggers),
  );
};
