import type { Id } from '../../domain/ids.ts';
import type { Trigger } from '../../domain/lesson.ts';
import type { OutcomeAct } from '../record-outcome.ts';

/** Makes the run's task a trigger of the lesson; false when it already is one, or when a guard holds its text. */
export const learnTrigger = async (act: OutcomeAct, lessonId: Id, source: Trigger['source']): Promise<boolean> => {
  const { run, stores } = act;
  if (!act.triggerFits) return false;
  const record = await stores.lessons.record(run.project, lessonId);
  if (record === null || record.triggers.some((trigger) => trigger.text === run.text)) return false;
  const trigger = { text: run.text, at: act.services.clock.now(), source, version: record.lesson.version };
  await stores.lessons.addTrigger(run.project, lessonId, trigger, act.trigger);
  return true;
};
