/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { StepName } from '../../../domain/lesson-state.ts';
import type { GetLessonResult } from '../../../use-cases/get-lesson.ts';
import { isWaiting } from '../../../use-cases/open-review.ts';
import { mayUndo } from '../../../use-cases/undo-review.ts';
import { EditForm } from '../parts/edit-form.tsx';
import { Form } from '../parts/form.tsx';
import { mayTake } from '../parts/may-take.ts';
import type { Visit } from '../visit.ts';

interface ActionsProps {
  readonly visit: Visit;
  readonly lesson: GetLessonResult;
}

interface Offer {
  readonly step: StepName & ('dispute' | 'quarantine' | 'retire' | 'release' | 'restore');
  readonly label: string;
  readonly reason: 'needed' | 'welcome';
}

const OFFERS: readonly Offer[] = [
  { step: 'dispute', label: 'Dispute', reason: 'needed' },
  { step: 'retire', label: 'Retire', reason: 'needed' },
  { step: 'quarantine', label: 'Quarantine', reason: 'welcome' },
  { step: 'release', label: 'Release into review', reason: 'welcome' },
  { step: 'restore', label: 'Put back into review', reason: 'welcome' },
];

/** What this person may do with the lesson as it is now. */
export const LessonActions = ({ visit, lesson }: ActionsProps) => {
  const { principal } = visit.caller;
  const offers = OFFERS.filter(({ step }) => mayTake(principal, lesson, step));
  const history = lesson.history.map((step) => ({ ...step, lesson_id: lesson.lesson_id }));
  return (
    <section class="decisions" aria-label="Change it">
      {isWaiting(lesson) ? (
        <a class="button first" href={visit.href(`/review/${lesson.lesson_id}`)}>
          Review it
        </a>
      ) : null}
      {mayTake(principal, lesson, 'edit') && !isWaiting(lesson) ? (
        <details class="unfolding" name="decision">
          <summary class="button" data-key="e">
            Edit <kbd>e</kbd>
          </summary>
          <div class="unfolded">
            <EditForm visit={visit} lesson={lesson} from="lesson" />
          </div>
        </details>
      ) : null}
      {offers.map((offer) => (
        <WithReason visit={visit} lesson={lesson} offer={offer} />
      ))}
      {mayUndo(visit.services, visit.caller, { transitions: history }) ? (
        <Form visit={visit} action={`/lessons/${lesson.lesson_id}/undo`}>
          <button type="submit">Undo my last decision</button>
        </Form>
      ) : null}
    </section>
  );
};

const WithReason = ({ visit, lesson, offer }: ActionsProps & { offer: Offer }) => (
  <details class="unfolding" name="decision">
    <summary class="button">{offer.label}</summary>
    <div class="unfolded">
      <Form visit={visit} action={`/lessons/${lesson.lesson_id}/decide`} class="stack">
        <input type="hidden" name="action" value={offer.step} />
        <input type="hidden" name="version" value={lesson.version} />
        <input type="hidden" name="from" value="lesson" />
        <label for={`why-${offer.step}`}>Why?</label>
        <input id={`why-${offer.step}`} name="reason" maxlength={400} required={offer.reason === 'needed'} />
        <button type="submit" class="first">
          {offer.label}
        </button>
      </Form>
    </div>
  </details>
);
