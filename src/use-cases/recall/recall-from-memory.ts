import type { RecalledLesson } from '../../domain/recall.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import { lessonFor } from '../organisation/organisation-lesson.ts';
import { servesIn } from '../outcome/dispute-after-harm.ts';
import type { Services } from '../services.ts';
import { degradedRecall, type RecallAnswer, type RecallRequest } from './perform-recall.ts';

/** Share of a lesson's situation that the question must name, in words. */
const FITS = 0.5;

/**
 * The answer when the store cannot be searched: lessons that served lately and fit by their words, never one that was
 * revoked. Not for a run of which an arm or a trial may say otherwise.
 */
export const recallFromMemory = async (
  services: Services,
  request: RecallRequest,
  error: unknown,
): Promise<RecallAnswer> => {
  const nothing = degradedRecall(error);
  const asked = new Set([request.query, ...request.aspects].flatMap(tokenize));
  const fitting = services.lastGood.of(request.project).filter((lesson) => fits(asked, lesson));
  const lessons = [];
  for (const lesson of fitting) {
    if (lessons.length < request.limit && (await stillServed(services, request.project, lesson))) {
      lessons.push(lesson);
    }
  }
  if (lessons.length === 0) return nothing;
  return {
    ...nothing,
    path: 'cache',
    lessons,
    reason: `${nothing.reason} These served lately and fit by their words.`,
    candidates: lessons.map(({ lesson_id }, at) => ({ lesson_id, rank: at + 1, score: 0 })),
  };
};

const fits = (asked: ReadonlySet<string>, { when }: RecalledLesson): boolean => {
  const situation = new Set(tokenize(when));
  const shared = [...situation].filter((term) => asked.has(term)).length;
  return shared > 0 && shared >= FITS * situation.size;
};

/** A store that answers has the last word; one that does not was followed until it went away. */
const stillServed = async (services: Services, project: string, { lesson_id }: RecalledLesson): Promise<boolean> => {
  try {
    const lesson = await lessonFor(services.stores, project, lesson_id);
    if (lesson !== null && (await servesIn(services.stores, project, lesson))) return true;
    services.lastGood.drop(project, lesson_id);
    return false;
  } catch {
    return true;
  }
};
