import { notFound } from '../../domain/error.ts';
import type { Id } from '../../domain/ids.ts';
import type { Lesson, LessonText } from '../../domain/lesson.ts';
import { isOfOrganisation } from '../../domain/organisation.ts';
import { lessonFor } from '../organisation/organisation-lesson.ts';
import type { ProposalAct } from '../propose-lesson.ts';

/**
 * Another voice for a lesson that exists: its evidence grows, its words stay. Examples come along as evidence, for a
 * reviewer to take up: an agent's words never change what is served. One of the organisation stays as it is.
 */
export const confirmLesson = async (act: ProposalAct, lessonId: Id, text: LessonText): Promise<Lesson> => {
  const lesson = await lessonFor(act.stores, act.project, lessonId);
  if (lesson === null) throw notFound('lesson');
  // What one project says of it is not told to all others.
  if (isOfOrganisation(lesson)) return lesson;
  const stamp = { by: act.caller.principal.name, at: act.services.clock.now() };
  const offered = text.examples.filter((example) => !lesson.examples.includes(example));
  const evidence = [
    ...(act.input.evidence ?? []),
    ...(offered.length === 0 ? [] : [{ kind: 'review' as const, text: `Examples offered: ${offered.join(' | ')}` }]),
  ];
  const voices = evidence.length === 0 ? [{ kind: 'review' as const, text: 'Proposed again.' }] : evidence;
  for (const one of voices) await act.stores.lessons.addEvidence(act.project, lessonId, { ...one, ...stamp });
  return lesson;
};
