import type { Id } from '../../domain/ids.ts';
import { carriedTriggers, changedShare, toSixDigits } from '../../domain/learning/carry-over.ts';
import type { Lesson, Trigger } from '../../domain/lesson.ts';
import type { TriggerEntry } from '../../domain/retrieval/index-entry.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { learnedOf } from '../learning/learned-of.ts';
import { indexTrigger } from '../recall/index-lesson.ts';
import type { Services } from '../services.ts';

/** What a lesson leaves behind, ready for the index. */
export interface Inheritance {
  readonly triggers: readonly { readonly trigger: Trigger; readonly index: TriggerEntry }[];
}

/** By the lesson that leaves it behind. */
export type Inheritances = ReadonlyMap<Id, Inheritance>;

/**
 * What is left behind when the lesson is merged into another (`merged`), else what those leave that it would replace; indexed
 * again outside the write.
 */
export const inheritancesOf = async (services: Services, lesson: Lesson, merged: boolean): Promise<Inheritances> => {
  const record = merged ? null : await services.stores.lessons.record(lesson.project, lesson.lesson_id);
  const replaced = record?.links.filter(({ relation }) => relation === 'supersedes') ?? [];
  const ids = merged ? [lesson.lesson_id] : replaced.map(({ lesson_id }) => lesson_id);
  const left = new Map<Id, Inheritance>();
  for (const id of ids) left.set(id, await inheritanceOf(services, lesson.project, id));
  return left;
};

const inheritanceOf = async (services: Services, project: string, lessonId: Id): Promise<Inheritance> => {
  const learned = await learnedOf(services.stores, project, lessonId);
  const triggers = [];
  for (const trigger of learned?.triggers ?? []) {
    triggers.push({ trigger, index: await indexTrigger(services, trigger.text) });
  }
  return { triggers };
};

/**
 * Triggers and votes of a merged or replaced lesson go on in the one that stays, discounted by how much their texts differ. Each is an
 * event of the lesson that stays; where a principal voted on both on one day, the vote on the one that stays counts.
 */
export const carryLearning = async (
  stores: Stores,
  { from, to }: { from: Lesson; to: Lesson },
  inheritances: Inheritances,
): Promise<void> => {
  const triggers = inheritances.get(from.lesson_id)?.triggers ?? [];
  const changed = changedShare(from, to);
  const kept = carriedTriggers(triggers.length, changed);
  const record = await stores.lessons.record(to.project, to.lesson_id);
  const known = new Set(record?.triggers.map(({ text }) => text));
  for (const { trigger, index } of kept === 0 ? [] : triggers.slice(-kept)) {
    if (known.has(trigger.text)) continue;
    await stores.lessons.addTrigger(to.project, to.lesson_id, { ...trigger, version: to.version }, index);
  }
  for (const vote of await stores.lessons.votesOf(from.project, from.lesson_id)) {
    const weight = toSixDigits(vote.weight * (1 - changed));
    if (weight > 0) await stores.lessons.vote(to.project, to.lesson_id, { ...vote, weight, version: to.version });
  }
};
