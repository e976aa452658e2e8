import type { Lesson } from '../domain/lesson.ts';
import type { CutReason, Recall } from '../domain/recall.ts';
import { lessonFor } from './organisation/organisation-lesson.ts';
import { degradedRecall, performRecall, type RecallResult } from './recall/perform-recall.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

export interface FoundLesson {
  readonly lesson: Lesson;
  readonly rank: number;
  /** 0 to 1: how sure recall is that it fits. */
  readonly certainty: number;
  /** Why an agent would not be shown it; absent: it would. */
  readonly cut?: CutReason;
}

export interface LessonSearchAnswer extends Pick<Recall, 'decision' | 'reason' | 'path'> {
  readonly found: readonly FoundLesson[];
}

/** What an agent is shown at most, by default. */
const ANSWER = { limit: 3, tokenBudget: 800 } as const;

/** What recall finds for a query, what it would show of it, and why not the rest. A look, not a recall: nothing is kept of it. */
export const searchLessons = async (
  services: Services,
  caller: Caller,
  input: { query: string; paths?: readonly string[]; project?: string },
): Promise<LessonSearchAnswer> => {
  const project = resolveProject(caller, input.project);
  const { decision, reason, path, candidates } = await recallOrDegrade(services, project, input);
  const found: FoundLesson[] = [];
  for (const { lesson_id, rank, score, cut } of candidates) {
    const lesson = await lessonFor(services.stores, project, lesson_id);
    if (lesson !== null) found.push({ lesson, rank, certainty: score, ...(cut === undefined ? {} : { cut }) });
  }
  return { decision, reason, path, found };
};

const recallOrDegrade = async (
  services: Services,
  project: string,
  { query, paths }: { query: string; paths?: readonly string[] },
): Promise<RecallResult> => {
  try {
    return await performRecall(services, {
      project,
      query,
      aspects: [],
      paths: paths ?? [],
      ...ANSWER,
      detailed: false,
    });
  } catch (error) {
    return degradedRecall(error);
  }
};
