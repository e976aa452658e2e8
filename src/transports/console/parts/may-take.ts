import type { Lesson } from '../../../domain/lesson.ts';
import { type StepName, takeStep } from '../../../domain/lesson-state.ts';
import { isOfOrganisation } from '../../../domain/organisation.ts';
import { mayJudgeForOrganisation, type Principal } from '../../../domain/principal.ts';

/** Whether a person may take a step with a lesson as it is: what is not possible is not offered. */
export const mayTake = (
  principal: Principal,
  lesson: Pick<Lesson, 'project' | 'state' | 'provenance'>,
  step: StepName,
): boolean => {
  if (isOfOrganisation(lesson) && !mayJudgeForOrganisation(principal)) return false;
  try {
    takeStep(step, principal, { state: lesson.state, author: lesson.provenance.author });
    return true;
  } catch {
    return false;
  }
};
