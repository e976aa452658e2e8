import { peopleMissing } from '../../domain/guard/clearance.ts';
import { isOfOrganisation } from '../../domain/organisation.ts';
import type { ReviewAct } from '../review-lesson.ts';

const RULE = 'for the whole organisation';

/**
 * Notes a person's word that a lesson may hold in every project. True when it may serve now: two people said so since it
 * was last put into review, neither its author; or one who is alone on the store.
 */
export const approveForOrganisation = async (act: ReviewAct): Promise<boolean> => {
  const { lesson, stores, caller, services } = act;
  const { project, lesson_id, version } = lesson;
  const { name, solo } = caller.principal;
  if (!isOfOrganisation(lesson) || act.input.action !== 'accept' || solo) return true;
  const at = services.clock.now();
  await stores.guardNotes.clear(project, lesson_id, { version, rules: [RULE], by: name, at });
  return peopleMissing(lesson.provenance.author, await approversOf(act)) === 0;
};

/** Whoever accepted the present words since the lesson came into review. */
export const approversOf = async ({ stores, lesson }: ReviewAct): Promise<string[]> => {
  const { project, lesson_id, version } = lesson;
  const since = (await stores.lessons.record(project, lesson_id))?.transitions.at(-1)?.at ?? '';
  const clearances = await stores.guardNotes.clearancesOf(project, lesson_id);
  return clearances
    .filter((one) => one.version === version && one.rules.includes(RULE) && one.at >= since)
    .map((one) => one.by);
};

/** Who asked that it hold everywhere: to accept it is for others. */
export const askedBy = async ({ stores, lesson }: ReviewAct): Promise<string | null> =>
  isOfOrganisation(lesson) ? ((await stores.organisation.originOf(lesson.lesson_id))?.by ?? null) : null;
