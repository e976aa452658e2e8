import { type AuditEvent, lessonsIn } from '../domain/audit.ts';
import { HoneError } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import { type LessonState, takeStep } from '../domain/lesson-state.ts';
import { ORGANISATION } from '../domain/organisation.ts';
import { mayUseProject } from '../domain/principal.ts';
import type { AuditFilter } from '../ports/audit-log.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { liftStances, relearn, takeBackGiven } from './quarantine/take-back-given.ts';
import { recordDenial } from './record-denial.ts';
import { requireRole } from './require-role.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { signed } from './signed.ts';
import { timeWindow } from './time-window.ts';

export interface QuarantineWrittenInput {
  /** A token's id, or a name: what they wrote, in every project that the caller may use. */
  readonly by?: string;
  /** What was written since then; without `by`, in the project of the connection and in the organisation's lessons. */
  readonly since?: string;
  readonly until?: string;
  readonly reason?: string;
}

export interface QuarantinedLessons {
  /** Held now, and served to nobody. */
  readonly quarantined: readonly { project: string; lesson_id: Id; was: LessonState }[];
  /** Written by them too, and not served before: left as they are. */
  readonly left: readonly { project: string; lesson_id: Id; state: LessonState }[];
  /** Lessons of others that got votes, evidence, triggers or verdicts from them, and how many of those count no more. */
  readonly touched: readonly { project: string; lesson_id: Id; taken_back: number }[];
}

const VERB = 'audit quarantine';
const LETS_THROUGH = ['review accept', 'review edit', 'review merge', 'review release', 'review restore'];
const NOT_SERVED: readonly LessonState[] = ['quarantined', 'retired', 'superseded'];

/**
 * Rolls back what a token or a period wrote: holds every lesson whose words it wrote or that it let through, and takes back
 * the votes, evidence, triggers and verdicts that it gave to others, and its word on lessons of the organisation; in one
 * write. What follows from those for search and calibration is made anew after it.
 *
 * @throws HoneError FORBIDDEN for anyone but a reviewer, lead or admin; INVALID_INPUT without a token, name or time.
 */
export const quarantineWritten = async (
  services: Services,
  caller: Caller,
  input: QuarantineWrittenInput,
): Promise<QuarantinedLessons> => {
  try {
    requireRole(caller, 'quarantine what others wrote', 'reviewer', 'lead', 'admin');
  } catch (error) {
    await recordDenial(services, caller, VERB, error);
    throw error;
  }
  await refuseSecrets(services, { reason: input.reason });
  const filter = filterOf(services, input);
  const result = { quarantined: [], left: [], touched: [] } satisfies QuarantinedLessons;
  const projects = await projectsOf(services, caller, input);
  await signed(services, caller, VERB).unitOfWork.write(async (stores) => {
    for (const project of projects) {
      const { items } = await services.audit.events(project, filter);
      await rollBack({ services, caller, stores, project, reason: reasonOf(input) }, items, result);
    }
  });
  await relearn(services, result.touched);
  return result;
};

const filterOf = (services: Services, { by, since, until }: QuarantineWrittenInput): AuditFilter => {
  if (by === undefined && since === undefined) {
    throw new HoneError(
      'INVALID_INPUT',
      'Whose lessons, or of which time, is not said.',
      'Example: hone audit quarantine --by tok_…, or hone audit quarantine --since 2026-11-01T00:00:00Z',
    );
  }
  if (since === undefined) return { ...(by === undefined ? {} : { by }) };
  const now = services.clock.now();
  const { from, to } = timeWindow({ since, until }, now);
  return { from, ...(until === undefined ? {} : { to }), ...(by === undefined ? {} : { by }) };
};

const projectsOf = async (services: Services, caller: Caller, { by }: QuarantineWrittenInput): Promise<string[]> => {
  if (by === undefined) return [resolveProject(caller, undefined), ORGANISATION];
  const all = await services.stores.directory.listProjects();
  return all
    .map(({ project }) => project)
    .filter((project) => project === ORGANISATION || mayUseProject(caller.principal, project));
};

const reasonOf = ({ by, since, reason }: QuarantineWrittenInput): string =>
  reason ??
  `written ${[by === undefined ? '' : `by ${by}`, since === undefined ? '' : `since ${since}`].filter(Boolean).join(' ')}`;

export interface Hold {
  readonly services: Services;
  readonly caller: Caller;
  readonly stores: Stores;
  readonly project: string;
  readonly reason: string;
}

interface Collected {
  readonly quarantined: QuarantinedLessons['quarantined'][number][];
  readonly left: QuarantinedLessons['left'][number][];
  readonly touched: QuarantinedLessons['touched'][number][];
}

const rollBack = async (hold: Hold, events: readonly AuditEvent[], result: Collected): Promise<void> => {
  const { stores, project } = hold;
  const done = events.filter((event) => event.verb !== 'adopt');
  const written = new Set(done.flatMap(writtenIn));
  for (const lesson_id of written) {
    const lesson = await stores.lessons.find(project, lesson_id);
    if (lesson === null) continue;
    if (NOT_SERVED.includes(lesson.state)) {
      result.left.push({ project, lesson_id, state: lesson.state });
    } else {
      await quarantine(hold, lesson);
      result.quarantined.push({ project, lesson_id, was: lesson.state });
    }
  }
  const given = await takeBackGiven(hold, done, written);
  for (const [lesson_id, taken_back] of given) result.touched.push({ project, lesson_id, taken_back });
  await liftStances(hold, done);
};

const quarantine = async (
  { services, caller, stores, project, reason }: Hold,
  lesson: { lesson_id: Id; state: LessonState; version: number; provenance: { author: string } },
): Promise<void> => {
  const { lesson_id, state, version, provenance } = lesson;
  const { to, role } = takeStep('quarantine', caller.principal, { state, author: provenance.author });
  const at = services.clock.now();
  await stores.lessons.move(project, {
    lesson_id,
    version,
    from: state,
    to,
    actor: caller.principal.name,
    role,
    reason,
    at,
  });
};

/** Lessons whose words an event wrote, or that it let through. */
const writtenIn = ({ verb, changes }: AuditEvent): Id[] =>
  lessonsIn(
    changes.filter(([table]) => table === 'lesson_version' || (table === 'lesson' && LETS_THROUGH.includes(verb))),
  ).concat(
    // The first of two people lets through without a change of state.
    LETS_THROUGH.includes(verb)
      ? changes.filter(([table]) => table === 'guard_clearance').map(([, [id]]) => String(id))
      : [],
  );
