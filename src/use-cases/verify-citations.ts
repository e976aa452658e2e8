import type { CheckedCitation } from '../domain/citation.ts';
import { anyIs, type Freshness } from '../domain/citation.ts';
import { HoneError } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import type { Lesson } from '../domain/lesson.ts';
import { type LessonState, SERVED_STATES } from '../domain/lesson-state.ts';
import { checkCited } from './citations/cited-lines.ts';
import { noteChecks, type SeenCitations } from './citations/note-checks.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

/** A place that a lesson cites and that is not as it was. */
export interface StaleCitation {
  readonly lesson_id: Id;
  readonly state: LessonState;
  readonly rule: string;
  readonly path: string;
  /** Where it was cited. */
  readonly line?: number;
  readonly end_line?: number;
  readonly freshness: Exclude<Freshness, 'fresh'>;
  /** Where the lines are now, when they moved. */
  readonly now_line?: number;
}

export interface VerifiedCitations {
  readonly items: readonly StaleCitation[];
  readonly total: number;
  readonly lessons: number;
  readonly citations: number;
  /** Citations of lines that were written away from the repository: nothing can be said of them. */
  readonly unknown: number;
  /** Lessons that were taken out of service now: a file was missing twice. */
  readonly disputed: readonly Id[];
  /** False when something changed or is missing; what only moved is found again. */
  readonly ok: boolean;
}

/**
 * Looks at every place that the served lessons of a project cite, in the repository from which Hone was called.
 *
 * @throws HoneError INVALID_INPUT when it was not called from that project's repository.
 */
export const verifyCitations = async (
  services: Services,
  caller: Caller,
  input: { project?: string },
): Promise<VerifiedCitations> => {
  const project = resolveProject(caller, input.project);
  if (services.sourceTree.project !== project) {
    throw new HoneError(
      'INVALID_INPUT',
      'Citations can only be verified from within the repository of the project.',
      'Run `hone lessons verify` in a checkout whose remote is the project, or name the project of this checkout.',
    );
  }
  const { items: lessons } = await services.stores.lessons.list(project, { states: SERVED_STATES });
  const checked: { lesson: Lesson; citations: readonly CheckedCitation[] }[] = [];
  for (const lesson of lessons) {
    const citations = await checkCited(services.sourceTree, project, lesson.citations);
    if (citations !== null) checked.push({ lesson, citations });
  }
  const seen = checked.map(
    ({ lesson, citations }): SeenCitations => ({
      lesson_id: lesson.lesson_id,
      missing: anyIs(citations, 'missing'),
    }),
  );
  const look = { by: caller.principal.name, at: services.clock.now(), asked: true };
  const disputed =
    seen.length === 0 ? [] : await services.unitOfWork.write((stores) => noteChecks(stores, project, seen, look));
  const items = checked.flatMap(({ lesson, citations }) => staleOnes(lesson, citations));
  const all = checked.flatMap(({ citations }) => citations);
  return {
    items,
    total: items.length,
    lessons: checked.length,
    citations: all.length,
    unknown: all.filter(({ freshness }) => freshness === undefined).length,
    disputed,
    ok: items.every(({ freshness }) => freshness === 'moved'),
  };
};

const staleOnes = (lesson: Lesson, citations: readonly CheckedCitation[]): StaleCitation[] =>
  citations.flatMap(({ path, freshness, line }, i) => {
    const cited = lesson.citations[i];
    if (freshness === undefined || freshness === 'fresh' || cited === undefined) return [];
    return [
      {
        lesson_id: lesson.lesson_id,
        state: lesson.state,
        rule: lesson.rule,
        path,
        ...(cited.line === undefined ? {} : { line: cited.line }),
        ...(cited.end_line === undefined ? {} : { end_line: cited.end_line }),
        freshness,
        ...(freshness === 'moved' && line !== undefined ? { now_line: line } : {}),
      },
    ];
  });
