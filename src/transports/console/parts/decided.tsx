/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type GetLessonResult, getLesson } from '../../../use-cases/get-lesson.ts';
import { mayUndo } from '../../../use-cases/undo-review.ts';
import type { Visit } from '../visit.ts';
import { Form } from './form.tsx';
import { Stored } from './stored.tsx';

/** The lesson of `?done=`, when the person may still take their decision on it back. */
export const justDecided = async (visit: Visit): Promise<GetLessonResult | null> => {
  const id = visit.query('done');
  if (id === undefined) return null;
  const lesson = await getLesson(visit.services, visit.caller, { lesson_id: id }).catch(() => null);
  return lesson !== null &&
    mayUndo(visit.services, visit.caller, { transitions: lesson.history.map((step) => ({ ...step, lesson_id: id })) })
    ? lesson
    : null;
};

const VERBS = {
  active: 'Accepted',
  retired: 'Retired',
  superseded: 'Merged',
  disputed: 'Disputed',
  quarantined: 'Quarantined',
  proposed: 'Put back into review',
  provisional: 'Serves unreviewed',
} as const;

/** What was just decided, with the way back. It leaves after ten seconds; the lesson's page offers the same for a day. */
export const Decided = ({ visit, lesson }: { visit: Visit; lesson: GetLessonResult }) => (
  <div class="decided" role="status">
    <p>
      <strong>{VERBS[lesson.state]}.</strong>{' '}
      <a href={visit.href(`/lessons/${lesson.lesson_id}`)}>
        <Stored text={lesson.rule} />
      </a>
    </p>
    <Form visit={visit} action={`/lessons/${lesson.lesson_id}/undo`}>
      <button type="submit" class="small" data-key="u">
        Undo <kbd>u</kbd>
      </button>
    </Form>
  </div>
);
