import { findingWords } from '../domain/guard/finding.ts';
import type { Id } from '../domain/ids.ts';
import type { Lesson, LessonSource } from '../domain/lesson.ts';
import { lessonAdvice } from '../domain/lesson-quality.ts';
import type { LessonState } from '../domain/lesson-state.ts';
import { isOfOrganisation } from '../domain/organisation.ts';
import { partsOf } from './guard/inspect-lesson.ts';
import { waitingForAll, wordsForAll } from './organisation/waiting-for-all.ts';
import { resolveProject } from './resolve-project.ts';
import { timesIgnored } from './review/ignored-lessons.ts';
import { type OpenLink, openConflicts, openLinks } from './review/open-conflicts.ts';
import { weeklyReach } from './review/weekly-reach.ts';
import type { Caller, Services } from './services.ts';

export interface QueueItem {
  readonly lesson_id: Id;
  readonly state: LessonState;
  readonly when: string;
  readonly rule: string;
  readonly why?: string;
  readonly examples: readonly string[];
  readonly source: LessonSource;
  readonly author: string;
  readonly age_hours: number;
  /** Runs a week of which it is known to have a part, over the last four; 0 where there was none yet. */
  readonly reach_per_week: number;
  readonly similar: readonly {
    lesson_id: Id;
    when: string;
    rule: string;
    relation: OpenLink['relation'];
    similarity: number;
  }[];
  readonly flags: readonly string[];
  /** True: it is to hold in every project, and takes two people. */
  readonly organisation?: true;
}

/** States in which a person has something to decide. */
export const WAITING_STATES: readonly LessonState[] = ['quarantined', 'disputed', 'provisional', 'proposed'];

/** Serves, and is looked at all the same when runs do not follow it: after what was taken out of service. */
const ORDER: readonly LessonState[] = ['quarantined', 'disputed', 'active', 'provisional', 'proposed'];

/**
 * What waits for a reviewer: what is held first, then what serves and is not followed or not reviewed, then the rest; of each,
 * what has to do with the most runs first, then the oldest.
 */
export const reviewQueue = async (
  services: Services,
  caller: Caller,
  input: { project?: string; limit?: number },
): Promise<{ items: QueueItem[]; total: number }> => {
  const ordered = await waitingLessons(services, { ...caller, project: resolveProject(caller, input.project) });
  const items: QueueItem[] = [];
  for (const lesson of ordered.slice(0, input.limit)) items.push(await queueItem(services, caller, lesson));
  return { items, total: ordered.length };
};

/** The same lessons in the same order, without what bears on each; for whoever judges for the organisation, its own among them. */
export const waitingLessons = async (services: Services, caller: Caller): Promise<Lesson[]> => {
  const { project } = caller;
  const { items } = await services.stores.lessons.list(project, { states: WAITING_STATES });
  const opposed = await openConflicts(services.stores, project, items);
  const ignored = (await services.stores.runs.ignoredLessons(project)).map(({ lesson_id }) => lesson_id);
  for (const id of new Set([...ignored, ...opposed.keys()])) {
    const lesson = await services.stores.lessons.find(project, id);
    if (lesson?.state === 'active') items.push(lesson);
  }
  items.push(...(await waitingForAll(services.stores, caller, WAITING_STATES)));
  const rank = ({ state }: Lesson): number => ORDER.indexOf(state);
  const reach = await weeklyReach(services, items);
  const useful = ({ lesson_id }: Lesson): number => reach.get(lesson_id) ?? 0;
  return items.sort((a, b) => rank(a) - rank(b) || useful(b) - useful(a) || a.created_at.localeCompare(b.created_at));
};

/** One lesson as a reviewer needs to see it. */
export const queueItem = async (services: Services, caller: Caller, lesson: Lesson): Promise<QueueItem> => ({
  lesson_id: lesson.lesson_id,
  state: lesson.state,
  when: lesson.when,
  rule: lesson.rule,
  ...(lesson.why === undefined ? {} : { why: lesson.why }),
  examples: lesson.examples,
  source: lesson.provenance.source,
  author: lesson.provenance.author,
  age_hours: ageHours(services.clock.now(), lesson.created_at),
  reach_per_week: (await weeklyReach(services, [lesson])).get(lesson.lesson_id) ?? 0,
  similar: await similarOnes(services, lesson),
  flags: [
    ...(isOfOrganisation(lesson) ? await wordsForAll(services.stores, caller, lesson) : []),
    ...(await flagsOf(services, lesson)),
  ],
  ...(isOfOrganisation(lesson) ? { organisation: true } : {}),
});

export const ageHours = (now: string, then: string): number =>
  Math.max(0, Math.round((Date.parse(now) - Date.parse(then)) / 360_000) / 10);

const similarOnes = async (services: Services, lesson: Lesson): Promise<QueueItem['similar']> => {
  const record = await services.stores.lessons.record(lesson.project, lesson.lesson_id);
  const similar = [];
  for (const link of openLinks(record?.links ?? [])) {
    const other = await services.stores.lessons.find(lesson.project, link.lesson_id);
    if (other !== null) similar.push({ ...link, when: other.when, rule: other.rule });
  }
  return similar;
};

/** Of a lesson that serves, what happened since a person last looked; of one that waits, all corrections count. */
const flagsOf = async (services: Services, lesson: Lesson): Promise<string[]> => {
  const ignored = await timesIgnored(services.stores, lesson.project, lesson.lesson_id);
  if (lesson.state === 'active')
    return [...(await opposedBy(services, lesson)), ...(ignored === 0 ? [] : [notFollowed(ignored)])];
  const corrections = await services.stores.runs.correctionsOfLesson(lesson.project, lesson.lesson_id);
  const times = Math.max(ignored, corrections.filter((one) => one.repeat_why === 'ignored').length);
  return [...(await guardFlags(services, lesson)), ...lessonAdvice(lesson), ...(times > 0 ? [notFollowed(times)] : [])];
};

/** It serves until somebody decides which of them holds. */
const opposedBy = async ({ stores }: Services, { project, lesson_id }: Lesson): Promise<string[]> => {
  const { items } = await stores.lessons.list(project, { states: WAITING_STATES });
  const opposing = (await openConflicts(stores, project, items)).get(lesson_id) ?? [];
  return opposing.map((id) => `${id}, which waits, says the opposite: decide which of them holds.`);
};

const notFollowed = (times: number): string =>
  `Shown and not followed ${times} time${times === 1 ? '' : 's'}: look at its wording.`;

/** What guards found when it was written, and what they find by now; then who cleared it. */
const guardFlags = async (services: Services, lesson: Lesson): Promise<string[]> => {
  const { project, lesson_id, version } = lesson;
  const kept = await services.stores.guardNotes.findingsOf(project, lesson_id);
  const found = await services.guard.inspect(partsOf(lesson));
  const clearances = await services.stores.guardNotes.clearancesOf(project, lesson_id);
  const by = [...new Set(clearances.filter((one) => one.version === version).map((one) => one.by))];
  const words = [...kept.filter((one) => one.version === version), ...found].map(findingWords);
  return [...new Set(words), ...by.map((name) => `Let through by ${name}; one more person is needed.`)];
};
