/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { hasRole } from '../../../domain/principal.ts';
import type { StanceKind } from '../../../domain/stance.ts';
import type { GetLessonResult } from '../../../use-cases/get-lesson.ts';
import { Form } from '../parts/form.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';

interface OrganisationProps {
  readonly visit: Visit;
  readonly lesson: GetLessonResult;
}

/** Whether a lesson holds in every project, and what this person may do about that. */
export const Organisation = ({ visit, lesson }: OrganisationProps) => {
  const { principal } = visit.caller;
  if (principal.kind !== 'person' || !hasRole(principal, 'developer', 'reviewer', 'lead')) return null;
  if (lesson.organisation === true) return <Here visit={visit} lesson={lesson} />;
  return lesson.state === 'active' ? <Share visit={visit} lesson={lesson} /> : null;
};

const Share = ({ visit, lesson }: OrganisationProps) => (
  <section class="decisions" aria-label="Share it">
    <details class="unfolding" name="decision">
      <summary class="button">Propose for the organisation</summary>
      <div class="unfolded">
        <Form visit={visit} action={`/lessons/${lesson.lesson_id}/share`} class="stack">
          <p class="soft">
            It would hold in every project. Two people accept it, neither its author nor you; alone on a store, you do.
          </p>
          <label for="why-share">Why does it hold everywhere?</label>
          <input id="why-share" name="reason" maxlength={400} />
          <button type="submit" class="first">
            Propose
          </button>
        </Form>
      </div>
    </details>
  </section>
);

const STANCES: readonly { stance: Exclude<StanceKind, 'lifted'>; label: string }[] = [
  { stance: 'hidden', label: 'Hide in this project' },
  { stance: 'disputed', label: 'Dispute in this project' },
];

const Here = ({ visit, lesson }: OrganisationProps) => {
  const { stance } = lesson;
  const mayLift = hasRole(visit.caller.principal, 'reviewer', 'lead');
  return (
    <section class="decisions" aria-label="In this project">
      {stance === undefined ? (
        STANCES.map((one) => <Say visit={visit} lesson={lesson} {...one} />)
      ) : (
        <p>
          <strong>{stance.stance === 'hidden' ? 'Hidden' : 'Disputed'} in this project</strong> by{' '}
          <Stored text={stance.by} />: <Stored text={stance.reason} />
        </p>
      )}
      {stance !== undefined && mayLift ? (
        <Say visit={visit} lesson={lesson} stance="lifted" label="Serve here again" />
      ) : null}
    </section>
  );
};

const Say = ({ visit, lesson, stance, label }: OrganisationProps & { stance: StanceKind; label: string }) => (
  <details class="unfolding" name="decision">
    <summary class="button">{label}</summary>
    <div class="unfolded">
      <Form visit={visit} action={`/lessons/${lesson.lesson_id}/stance`} class="stack">
        <input type="hidden" name="stance" value={stance} />
        <label for={`why-${stance}`}>Why?</label>
        <input id={`why-${stance}`} name="reason" maxlength={400} required />
        <button type="submit" class="first">
          {label}
        </button>
      </Form>
    </div>
  </details>
);
