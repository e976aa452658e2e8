/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Id } from '../../../domain/ids.ts';
import type { OnDesk } from '../../../use-cases/open-review.ts';
import { EditForm } from '../parts/edit-form.tsx';
import { Form } from '../parts/form.tsx';
import { mayTake } from '../parts/may-take.ts';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';

interface DecisionProps {
  readonly visit: Visit;
  readonly on: OnDesk;
}

/** One key each. What the person may not do is not there. */
export const Decisions = ({ visit, on, next }: DecisionProps & { next: Id | null }) => {
  const may = (step: Parameters<typeof mayTake>[2]): boolean => mayTake(visit.caller.principal, on.lesson, step);
  return (
    <section class="decisions" aria-label="Decide">
      {may('accept') ? <OneClick visit={visit} on={on} action="accept" label="Accept" letter="a" /> : null}
      {may('release') ? (
        <OneClick visit={visit} on={on} action="release" label="Release into review" letter="a" />
      ) : null}
      {may('edit') ? (
        <Unfolding label="Edit" letter="e">
          <EditForm visit={visit} lesson={on.lesson} from="review" />
        </Unfolding>
      ) : null}
      {may('supersede') ? (
        <Unfolding label="Merge" letter="m">
          <MergeForm visit={visit} on={on} />
        </Unfolding>
      ) : null}
      {may('reject') ? (
        <Unfolding label="Reject" letter="r">
          <RejectForm visit={visit} on={on} />
        </Unfolding>
      ) : null}
      {next === null ? null : (
        <a class="button" href={visit.href(`/review/${next}`)} data-key="n">
          Next <kbd>n</kbd>
        </a>
      )}
    </section>
  );
};

const Hidden = ({ on, action }: { on: OnDesk; action: string }) => (
  <>
    <input type="hidden" name="action" value={action} />
    <input type="hidden" name="version" value={on.lesson.version} />
  </>
);

const OneClick = ({
  visit,
  on,
  action,
  label,
  letter,
}: DecisionProps & { action: string; label: string; letter: string }) => (
  <Form visit={visit} action={`/lessons/${on.lesson.lesson_id}/decide`}>
    <Hidden on={on} action={action} />
    <button type="submit" class="first" data-key={letter}>
      {label} <kbd>{letter}</kbd>
    </button>
  </Form>
);

const Unfolding = ({ label, letter, children }: { label: string; letter: string; children?: Child }) => (
  <details class="unfolding" name="decision">
    <summary class="button" data-key={letter}>
      {label} <kbd>{letter}</kbd>
    </summary>
    <div class="unfolded">{children}</div>
  </details>
);

const MergeForm = ({ visit, on }: DecisionProps) => (
  <Form visit={visit} action={`/lessons/${on.lesson.lesson_id}/decide`} class="stack">
    <Hidden on={on} action="merge" />
    {on.similar.length === 0 ? (
      <>
        <label for="into">Id of the lesson that stays</label>
        <input id="into" name="into" placeholder="les_…" required />
      </>
    ) : (
      <fieldset>
        <legend>Which lesson stays?</legend>
        {on.similar.map((other, index) => (
          <label class="choice">
            <input type="radio" name="into" value={other.lesson_id} checked={index === 0} />{' '}
            <span>
              <Stored text={other.rule} />
            </span>
          </label>
        ))}
      </fieldset>
    )}
    <p class="soft">The other keeps its words and gains this one's evidence.</p>
    <button type="submit" class="first">
      Merge
    </button>
  </Form>
);

const RejectForm = ({ visit, on }: DecisionProps) => (
  <Form visit={visit} action={`/lessons/${on.lesson.lesson_id}/decide`} class="stack">
    <Hidden on={on} action="reject" />
    <label for="reason">Why should it never serve?</label>
    <input id="reason" name="reason" maxlength={400} required placeholder="the library fixed it in 4.2" />
    <button type="submit" class="first bad">
      Reject
    </button>
  </Form>
);
