import { HoneError } from '../domain/error.ts';
import type { Id, Time } from '../domain/ids.ts';
import type { LessonState } from '../domain/lesson-state.ts';
import { ORGANISATION } from '../domain/organisation.ts';
import { hasRole, type Role } from '../domain/principal.ts';
import { locateLesson } from './locate.ts';
import { requireRole } from './require-role.ts';
import type { Caller, Services } from './services.ts';
import { signatureOf, signed } from './signed.ts';

export interface PurgedLesson {
  readonly lesson_id: Id;
  /** False: approved, and an admin has to do it. */
  readonly purged: boolean;
  readonly state: LessonState;
  readonly approved_by?: string;
  /** Copies of the store that were made since the lesson exists and may hold its text still. */
  readonly backups: readonly string[];
}

const APPROVAL_DAYS = 14;
const DAY_MS = 86_400_000;
const approvalOf = (lessonId: Id): string => `approve purge ${lessonId}`;

/**
 * Takes a lesson's words away for good, because a secret or a person's data is in them. On a store that others use a lead
 * approves and, within 14 days, an admin of another name does it.
 *
 * @throws HoneError FORBIDDEN for anyone else, or for an admin whom no lead approved; NOT_FOUND; INVALID_INPUT without a reason.
 */
export const purgeLesson = async (
  services: Services,
  caller: Caller,
  input: { readonly lesson_id: Id; readonly reason: string; readonly project?: string },
): Promise<PurgedLesson> => {
  const role = requireRole(caller, 'purge a lesson', 'admin', 'lead');
  if (input.reason.trim() === '') {
    throw new HoneError('INVALID_INPUT', 'To purge a lesson needs a reason.', 'Example: --reason "a token was in it"');
  }
  const lesson = await locateLesson(services, caller, input.lesson_id, input.project);
  const { project, lesson_id, state } = lesson;
  const backups = await backupsSince(services, lesson.created_at);
  if (!caller.principal.solo && !hasRole(caller.principal, 'admin')) {
    await services.unitOfWork.write(async () => undefined, {
      ...signatureOf({ ...caller, project }, approvalOf(lesson_id), role),
      noted: true,
    });
    return { lesson_id, purged: false, state, approved_by: caller.principal.name, backups };
  }
  const approved_by = caller.principal.solo ? undefined : await approver(services, caller, project, lesson_id);
  await purge(services, caller, { project, lesson_id, version: lesson.version, state, role });
  services.lastGood.drop(project, lesson_id);
  return {
    lesson_id,
    purged: true,
    state: 'retired',
    ...(approved_by === undefined ? {} : { approved_by }),
    backups,
  };
};

const approver = async (services: Services, caller: Caller, project: string, lessonId: Id): Promise<string> => {
  const from = new Date(Date.parse(services.clock.now()) - APPROVAL_DAYS * DAY_MS).toISOString();
  const { items } = await services.audit.events(project, { from });
  const found = items.findLast((one) => one.verb === approvalOf(lessonId) && one.actor !== caller.principal.name);
  if (found !== undefined) return found.actor;
  throw new HoneError(
    'FORBIDDEN',
    'On a store that others use it takes two people to purge a lesson.',
    'A lead of another name approves it first, with the same command.',
  );
};

interface Purge {
  readonly project: string;
  readonly lesson_id: Id;
  readonly version: number;
  readonly state: LessonState;
  readonly role: Role;
}

const purge = async (services: Services, caller: Caller, act: Purge): Promise<void> => {
  const { project, lesson_id, version, state, role } = act;
  await signed(services, caller, 'purge', role).unitOfWork.write(async (stores) => {
    if (state !== 'retired') {
      await stores.lessons.move(project, {
        lesson_id,
        version,
        from: state,
        to: 'retired',
        actor: caller.principal.name,
        role,
        reason: 'purged',
        at: services.clock.now(),
      });
    }
    await stores.purge.purge(project, lesson_id);
    if (project === ORGANISATION) {
      for (const other of await stores.directory.listProjects()) {
        await stores.purge.forgetAnswers(other.project, lesson_id);
      }
    }
  });
  await services.unitOfWork.compact();
};

const backupsSince = async ({ backup }: Services, since: Time): Promise<string[]> =>
  (await backup.list()).filter((one) => one.found && one.at >= since).map((one) => one.file);
