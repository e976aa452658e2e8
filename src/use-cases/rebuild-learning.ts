import type { Id } from '../domain/ids.ts';
import type { LearningState } from '../domain/learning/learning-state.ts';
import type { Lesson } from '../domain/lesson.ts';
import type { IndexEntry, TriggerEntry } from '../domain/retrieval/index-entry.ts';
import { tokenize } from '../domain/retrieval/tokens.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { learnedOf } from './learning/learned-of.ts';
import { loadRefit } from './learning/refit-calibration.ts';
import { indexLesson, indexTrigger } from './recall/index-lesson.ts';
import type { Services } from './services.ts';

export interface RebuiltLearning {
  readonly projects: number;
  readonly lessons: number;
  /** Lessons whose kept state was not what their events say, with what differed. It is now. */
  readonly changed: readonly { readonly project: string; readonly lesson_id: Id; readonly what: readonly string[] }[];
}

/**
 * Computes what every lesson has learned anew from the appended events (versions, votes, triggers, steps) and sets it where
 * it differs; then every project's calibration. On a sound store nothing differs. One transaction a lesson.
 */
export const rebuildLearning = async (
  services: Services,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<RebuiltLearning> => {
  const projects = await services.stores.directory.listProjects();
  const total = projects.reduce((sum, { lessons }) => sum + lessons, 0);
  const changed: RebuiltLearning['changed'][number][] = [];
  const refit = await loadRefit();
  let done = 0;
  for (const { project } of projects) {
    const { items } = await services.stores.lessons.list(project, {});
    for (const { lesson_id } of items) {
      const what = await rebuildOne(services, project, lesson_id);
      if (what.length > 0) changed.push({ project, lesson_id, what });
      done += 1;
      onProgress(done, total);
    }
    await services.unitOfWork.write((stores) => refit(stores, project));
  }
  return { projects: projects.length, lessons: total, changed };
};

const FIELDS = ['state', 'helped', 'harmed', 'confirmed_at'] as const;

/** Vectors are made outside the write, so what is found inside must still be what they were made for. */
export const rebuildOne = async (services: Services, project: string, lessonId: Id): Promise<string[]> => {
  const before = await learnedOf(services.stores, project, lessonId);
  const lesson = await services.stores.lessons.find(project, lessonId);
  if (before === null || lesson === null) return [];
  const index = (await searchesOther(services.stores, lesson, before))
    ? await reindexed(services, lesson, before)
    : null;
  return services.unitOfWork.write(async (stores) => {
    const now = await stores.lessons.find(project, lessonId);
    const learned = await learnedOf(stores, project, lessonId);
    if (now === null || learned === null) return [];
    const what: string[] = FIELDS.filter((field) => now[field] !== learned[field]);
    if (what.length > 0) await stores.lessons.restate(project, lessonId, learned);
    if (
      index !== null &&
      (await stores.lessons.replaceIndex(project, lessonId, lesson.version, index.own, index.triggers))
    ) {
      what.push('triggers');
    }
    return what;
  });
};

const searchesOther = async (stores: Stores, lesson: Lesson, { triggers }: LearningState): Promise<boolean> => {
  const searched = await stores.lessons.searchedTriggers(lesson.project, lesson.lesson_id);
  return JSON.stringify(searched) !== JSON.stringify(triggers.map(({ text }) => tokenize(text)));
};

const reindexed = async (
  services: Services,
  lesson: Lesson,
  { triggers }: LearningState,
): Promise<{ own: IndexEntry; triggers: TriggerEntry[] }> => {
  const entries: TriggerEntry[] = [];
  for (const { text } of triggers) entries.push(await indexTrigger(services, text));
  return { own: await indexLesson(services, lesson), triggers: entries };
};
