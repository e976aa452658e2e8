import { isWaiting } from '../../../use-cases/open-review.ts';
import { undoReview } from '../../../use-cases/undo-review.ts';
import type { Form } from '../acts.ts';
import type { Visit } from '../visit.ts';

/** Takes the person's latest decision on a lesson back, and shows it again. */
export const undoDecision = async (visit: Visit, _form: Form, id: string): Promise<string> => {
  const lesson = await undoReview(visit.services, visit.caller, { lesson_id: id });
  return visit.href(isWaiting(lesson) ? `/review/${id}` : `/lessons/${id}`);
};
