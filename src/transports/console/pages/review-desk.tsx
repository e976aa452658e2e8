/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Id } from '../../../domain/ids.ts';
import type { OnDesk } from '../../../use-cases/open-review.ts';
import { Age } from '../parts/age.tsx';
import { LessonParts } from '../parts/lesson-text.tsx';
import { mayTake } from '../parts/may-take.ts';
import { OrganisationPill } from '../parts/organisation-pill.tsx';
import { StatePill } from '../parts/state-pill.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';
import { Decisions } from './review-decisions.tsx';
import { Nearest } from './review-nearest.tsx';

/** The lesson that is decided now, with all that bears on it. */
export const Desk = ({ visit, on, next }: { visit: Visit; on: OnDesk; next: Id | null }) => {
  const { lesson } = on;
  return (
    <article class="desk">
      <section class="card lesson">
        <p class="meta">
          <StatePill state={lesson.state} /> <OrganisationPill lesson={lesson} /> {SOURCES[lesson.provenance.source]}{' '}
          <strong>
            <Stored text={lesson.provenance.author} />
          </strong>{' '}
          · <Age at={lesson.created_at} now={visit.services.clock.now()} />
          {lesson.version > 1 ? ` · version ${lesson.version}` : ''} · <Reach runs={on.reach_per_week} /> ·{' '}
          <a href={visit.href(`/lessons/${lesson.lesson_id}`)}>all of it</a>
        </p>
        <h2 class="rule">
          <Stored text={lesson.rule} />
        </h2>
        <LessonParts text={lesson} />
        <Said on={on} />
        <Reasons visit={visit} on={on} />
      </section>
      <Decisions visit={visit} on={on} next={next} />
      <Nearest visit={visit} on={on} />
    </article>
  );
};

/** What is decided here bears on so much work. */
const Reach = ({ runs }: { runs: number }) => (
  <span title="Runs of the last four weeks in which it was shown, or that were corrected as it says">
    {runs === 0 ? 'no run met it yet' : runs < 1 ? 'less than one run a week' : `about ${Math.round(runs)} runs a week`}
  </span>
);

const SOURCES = { human: 'said by', agent: 'written by the agent of', import: 'brought in by' } as const;

/** The person's own words, where there are any. */
const Said = ({ on }: { on: OnDesk }) => {
  const said = on.corrections.filter((one) => one.quote !== undefined || one.wrong !== '').slice(0, 3);
  if (said.length === 0) return null;
  return (
    <section class="said">
      <h3>What was said</h3>
      {said.map((one) => (
        <figure>
          <blockquote>
            <Stored text={one.quote ?? one.wrong} />
          </blockquote>
          <figcaption class="soft">
            <Stored text={one.by} />
            {one.quote === undefined ? ', of what was wrong' : ''}
          </figcaption>
        </figure>
      ))}
    </section>
  );
};

/** Why it is held or needs a closer look. */
const Reasons = ({ visit, on }: { visit: Visit; on: OnDesk }) => {
  const { lesson } = on;
  const step = lesson.history.at(-1);
  const held = lesson.state === 'quarantined' || lesson.state === 'disputed';
  const reason = (step?.reason ?? '').replace(/^held by a guard: /u, '');
  // What it is held for is said once.
  const flags = on.flags.filter((flag) => !(held && reason.includes(flag)));
  const own = !visit.caller.principal.solo && lesson.provenance.author === visit.caller.principal.name;
  if (flags.length === 0 && !held && !own) return null;
  return (
    <ul class="reasons">
      {held && step !== undefined ? (
        <li class={lesson.state === 'quarantined' ? 'bad' : 'warn'}>
          <strong>{lesson.state === 'quarantined' ? 'Held' : 'Disputed'}:</strong> <Stored text={reason} />{' '}
          <span class="soft">
            (<Stored text={step.actor} />)
          </span>
        </li>
      ) : null}
      {own ? <li class="warn">You wrote this one: another reviewer accepts it.</li> : null}
      {flags.map((flag) => (
        <li>
          <Stored text={flag} />
        </li>
      ))}
      {mayTake(visit.caller.principal, lesson, 'reject') ? null : (
        <li class="warn">Only a reviewer or a lead decides; you may read.</li>
      )}
    </ul>
  );
};
