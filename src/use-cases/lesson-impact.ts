import type { Estimate } from '../domain/estimate.ts';
import type { Id, Time } from '../domain/ids.ts';
import type { Lesson } from '../domain/lesson.ts';
import { isServed, type LessonState } from '../domain/lesson-state.ts';
import { lessonLifts } from '../domain/metrics/lesson-lift.ts';
import { type LessonUse, lessonUses, NO_USE } from '../domain/metrics/lesson-use.ts';
import { judgedOf, type LessonVerdict, lessonVerdicts } from '../domain/metrics/lesson-verdict.ts';
import type { TaskHistory } from '../domain/metrics/task-history.ts';
import { type Uncovered, uncovered } from '../domain/metrics/uncovered.ts';
import { shrunkShares } from '../domain/statistics/beta-binomial.ts';
import { readableByAgents, WITHHELD } from './guard/readable-by-agents.ts';
import { sharedLessons } from './organisation/shared-lessons.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { timeWindow } from './time-window.ts';

export interface LessonImpactInput {
  readonly project?: string | undefined;
  /** '30d' (the default) or a time. */
  readonly since?: string | undefined;
}

export interface LessonImpactRow extends LessonUse {
  readonly lesson_id: Id;
  readonly rule: string;
  readonly state: LessonState;
  /** Share of the judged exposures in which the lesson was helpful, shrunk to the mean of all lessons. */
  readonly effect: Estimate | null;
  /** Completion of tasks that were shown it minus those of the holdout that would have been, shrunk likewise. */
  readonly lift: Estimate | null;
  readonly verdict: LessonVerdict;
}

export interface LessonImpact {
  readonly lessons: readonly LessonImpactRow[];
  readonly uncovered: readonly Uncovered[];
}

/** Harm first, then what is used most. */
const URGENCY: readonly LessonVerdict[] = ['does_harm', 'is_ignored', 'prevents_repeats', 'too_few', 'not_needed'];

/**
 * Which lessons prevent repeats, which do harm, which nobody needs, and what people correct that no served lesson says.
 * Holds served lessons, and others that were shown or repeated in the window.
 *
 * @throws HoneError INVALID_INPUT for a `since` that is none; FORBIDDEN for a project outside the credential.
 */
export const lessonImpact = async (
  services: Services,
  caller: Caller,
  input: LessonImpactInput,
): Promise<LessonImpact> => {
  const project = resolveProject(caller, input.project);
  const now = services.clock.now();
  const window = timeWindow(input, now);
  const { stores } = services;
  const histories = await stores.events.histories(project, window);
  const corrections = [
    ...histories.flatMap((history) => history.corrections),
    ...(await stores.events.looseCorrections(project, window)),
  ];
  const uses = lessonUses(histories, corrections);
  const { items: own } = await stores.lessons.list(project, {});
  const lessons = [...own, ...(await sharedLessons(stores, project))];
  const served = new Set(lessons.filter((lesson) => isServed(lesson.state)).map((lesson) => lesson.lesson_id));
  const impact = { lessons: rows({ histories, uses, now }, lessons), uncovered: uncovered(corrections, served) };
  return caller.principal.kind === 'person' ? impact : forAgents(services, impact);
};

/** Rules and corrections are other people's words, also those that nobody let through. */
const forAgents = async (services: Services, { lessons, uncovered: open }: LessonImpact): Promise<LessonImpact> => {
  const rules = await readableByAgents(
    services,
    lessons.map(({ rule }) => rule),
  );
  const examples = await readableByAgents(
    services,
    open.map(({ example }) => example),
  );
  return {
    lessons: lessons.map((row, index) => ({
      ...row,
      rule: row.state === 'quarantined' ? WITHHELD : (rules[index] ?? WITHHELD),
    })),
    uncovered: open.map((one, index) => ({ ...one, example: examples[index] ?? WITHHELD })),
  };
};

interface Found {
  readonly histories: readonly TaskHistory[];
  readonly uses: ReadonlyMap<Id, LessonUse>;
  readonly now: Time;
}

const rows = ({ histories, uses, now }: Found, lessons: readonly Lesson[]): LessonImpactRow[] => {
  const lifts = lessonLifts(histories, now);
  const starts = histories.flatMap((history) => history.runs.map((run) => run.started_at));
  const shown = lessons.filter((lesson) => uses.has(lesson.lesson_id) || isServed(lesson.state));
  const used = shown.map((lesson) => ({
    ...(uses.get(lesson.lesson_id) ?? NO_USE),
    runs: starts.filter((start) => start >= lesson.created_at).length,
    lift: lifts.get(lesson.lesson_id),
  }));
  const verdicts = lessonVerdicts(used);
  const effects = shrunkShares(used.map((use) => ({ successes: use.helpful, n: judgedOf(use) })));
  return shown
    .map((lesson, index) => {
      const { runs: _, lift, ...use } = used[index] ?? { ...NO_USE, runs: 0, lift: undefined };
      const effect = effects[index];
      return {
        lesson_id: lesson.lesson_id,
        rule: lesson.rule,
        state: lesson.state,
        ...use,
        tokens: Math.round(use.tokens),
        effect: effect === undefined || effect.n === 0 ? null : effect,
        lift: lift?.estimate ?? null,
        verdict: verdicts[index] ?? 'too_few',
      };
    })
    .sort((a, b) => URGENCY.indexOf(a.verdict) - URGENCY.indexOf(b.verdict) || b.exposures - a.exposures);
};
