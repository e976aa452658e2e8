import { carriedTriggers, changedShare, toSixDigits } from '../../domain/learning/carry-over.ts';
import type { Lesson, Trigger } from '../../domain/lesson.ts';
import type { TriggerEntry } from '../../domain/retrieval/index-entry.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { learnedOf } from '../learning/learned-of.ts';
import { indexTrigger } from '../recall/index-lesson.ts';
import type { Services } from '../services.ts';

/** What a merged lesson brings along, ready for the index. */
export interface Inheritance {
  readonly triggers: readonly { readonly trigger: Trigger; readonly index: TriggerEntry }[];
}

/** The triggers that a lesson is searched by, indexed again outside the write. */
export const inheritanceOf = async (services: Services, lesson: Lesson): Promise<Inheritance> => {
  const learned = await learnedOf(services.stores, lesson.project, lesson.lesson_id);
  const triggers = [];
  for (const trigger of learned?.triggers ?? []) {
    triggers.push({ trigger, index: await indexTrigger(services, trigger.text) });
  }
  return { triggers };
};

/**
 * Triggers and votes of a merged lesson go on in the one that stays, discounted by how much their texts differ. Each is an
 * event of the lesson that stays; where a principal voted on both on one day, the vote on the one that stays counts.
 */
export const carryLearning = async (
  stores: Stores,
  { from, to }: { from: Lesson; to: Lesson },
  { triggers }: Inheritance,
): Promise<void> => {
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
