import type { Id } from '../../domain/ids.ts';
import { isServed } from '../../domain/lesson-state.ts';
import { isOfOrganisation } from '../../domain/organisation.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** Those of the organisation's lessons that the project does not get: it disputes or hides them, or serves the lesson that they were made of. */
export const notForProject = async (
  stores: Stores,
  project: string,
  found: readonly { readonly project: string; readonly lesson_id: Id }[],
): Promise<ReadonlySet<Id>> => {
  if (!found.some(isOfOrganisation)) return new Set();
  const asked = new Set(found.filter(isOfOrganisation).map(({ lesson_id }) => lesson_id));
  const ids = new Set<Id>();
  for (const { lesson_id, stance } of await stores.organisation.stancesIn(project)) {
    if (stance !== 'lifted') ids.add(lesson_id);
  }
  for (const { lesson_id, from_lesson_id } of await stores.organisation.originsIn(project)) {
    if (!asked.has(lesson_id)) continue;
    const own = await stores.lessons.find(project, from_lesson_id);
    if (own !== null && isServed(own.state)) ids.add(lesson_id);
  }
  return ids;
};
