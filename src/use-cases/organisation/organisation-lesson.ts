import type { Id } from '../../domain/ids.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { ORGANISATION } from '../../domain/organisation.ts';
import { hasRole, mayJudgeForOrganisation, type Principal } from '../../domain/principal.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/**
 * A lesson of the organisation. What nobody let through for everybody yet is there for those only who judge it, care for the
 * store, or asked for it; null for anybody else.
 */
export const organisationLesson = async (
  stores: Stores,
  principal: Principal,
  lessonId: Id,
): Promise<Lesson | null> => {
  const lesson = await stores.lessons.find(ORGANISATION, lessonId);
  if (lesson === null || wasServed(lesson)) return lesson;
  const judges = mayJudgeForOrganisation(principal) || (principal.kind === 'person' && hasRole(principal, 'admin'));
  if (judges) return lesson;
  const origin = principal.kind === 'person' ? await stores.organisation.originOf(lessonId) : null;
  return origin?.by === principal.name ? lesson : null;
};

/** The project's own, else the organisation's that reached projects: what an agent may have been shown. */
export const lessonFor = async (stores: Stores, project: string, lessonId: Id): Promise<Lesson | null> => {
  const own = await stores.lessons.find(project, lessonId);
  if (own !== null) return own;
  const shared = await stores.lessons.find(ORGANISATION, lessonId);
  return shared !== null && wasServed(shared) ? shared : null;
};

const wasServed = ({ provenance }: Lesson): boolean => provenance.approved_by !== undefined;
