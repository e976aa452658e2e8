import type { Id } from '../../domain/ids.ts';
import type { Lesson } from '../../domain/lesson.ts';
import type { LessonState } from '../../domain/lesson-state.ts';
import { ORGANISATION } from '../../domain/organisation.ts';
import { mayJudgeForOrganisation, mayUseProject } from '../../domain/principal.ts';
import type { Stance } from '../../domain/stance.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import type { Caller } from '../services.ts';

/** What a project says against a lesson of the organisation. */
export interface Objection extends Stance {
  readonly project: string;
}

/** Lessons that wait for the organisation's reviewers: those in `states`, and those that serve and a project disputes. None for anybody else. */
export const waitingForAll = async (
  stores: Stores,
  { principal }: Caller,
  states: readonly LessonState[],
): Promise<Lesson[]> => {
  if (!mayJudgeForOrganisation(principal)) return [];
  const { items } = await stores.lessons.list(ORGANISATION, { states });
  const { total: serving } = await stores.lessons.list(ORGANISATION, { states: ['active'], limit: 0 });
  if (serving === 0) return items;
  for (const lesson_id of (await objections(stores)).keys()) {
    const lesson = await stores.lessons.find(ORGANISATION, lesson_id);
    if (lesson?.state === 'active') items.push(lesson);
  }
  return items;
};

/** What stands against and for a lesson of the organisation, in words for its reviewers. */
export const wordsForAll = async (stores: Stores, { principal }: Caller, lesson: Lesson): Promise<string[]> => {
  const origin = await stores.organisation.originOf(lesson.lesson_id);
  const from = origin !== null && mayUseProject(principal, origin.from_project) ? ` out of ${origin.from_project}` : '';
  const asked = origin === null ? '' : `: asked for by ${origin.by}${from}`;
  const against = ((await objections(stores)).get(lesson.lesson_id) ?? []).map(({ project, reason, by }) =>
    mayUseProject(principal, project)
      ? `Disputed in ${project} by ${by}: ${reason}`
      : `Disputed in another project by ${by}: ${reason}`,
  );
  return [`For the whole organisation${asked}. It takes two people, neither its author nor who asked.`, ...against];
};

const objections = async (stores: Stores): Promise<Map<Id, Objection[]>> => {
  const found = new Map<Id, Objection[]>();
  for (const { project } of await stores.directory.listProjects()) {
    for (const stance of await stores.organisation.stancesIn(project)) {
      if (stance.stance !== 'disputed') continue;
      found.set(stance.lesson_id, [...(found.get(stance.lesson_id) ?? []), { ...stance, project }]);
    }
  }
  return found;
};
