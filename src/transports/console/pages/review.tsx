/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Lesson } from '../../../domain/lesson.ts';
import { openReview, type ReviewDesk } from '../../../use-cases/open-review.ts';
import type { Page } from '../page.ts';
import { Age } from '../parts/age.tsx';
import { Decided, justDecided } from '../parts/decided.tsx';
import { Empty } from '../parts/empty.tsx';
import { OrganisationPill } from '../parts/organisation-pill.tsx';
import { StatePill } from '../parts/state-pill.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';
import { Desk } from './review-desk.tsx';

/** What should the team believe? One lesson at a time, the queue beside it. */
export const reviewPage = async (visit: Visit, id: string): Promise<Page> => {
  const { services, caller } = visit;
  const desk = await openReview(services, caller, id === '' ? {} : { lesson_id: id });
  const decided = await justDecided(visit);
  const body = (
    <>
      {decided === null ? null : <Decided visit={visit} lesson={decided} />}
      <header class="head">
        <h1>Review</h1>
        <p class="soft">{waitingWords(desk)}</p>
      </header>
      {desk.current === null ? <AllDone visit={visit} /> : <WithQueue visit={visit} desk={desk} />}
    </>
  );
  return { title: 'Review', place: 'review', body };
};

/** What serves and is worth another look waits for nobody: it is counted apart, as in the navigation. */
const waitingWords = ({ waiting }: ReviewDesk): string => {
  const serving = waiting.filter(({ state }) => state === 'active').length;
  const held = waiting.length - serving;
  const words = [
    ...(held === 0 ? [] : [`${held} ${held === 1 ? 'lesson waits' : 'lessons wait'} for a decision`]),
    ...(serving === 0 ? [] : [`${serving} ${serving === 1 ? 'serves and is' : 'serve and are'} worth another look`]),
  ];
  return words.length === 0 ? 'Nothing waits.' : `${words.join('; ')}.`;
};

const AllDone = ({ visit }: { visit: Visit }) => (
  <Empty title="The queue is empty">
    <p>
      New lessons come from corrections: an agent calls <code>record_correction</code> when you correct it, or you write
      one yourself.
    </p>
    <pre>
      <code>hone flag "Use pnpm, not npm" --when "installing a dependency"</code>
    </pre>
    <p>
      What the team wrote down already can be brought in: <code>hone import CLAUDE.md</code>.{' '}
      <a href={visit.href('/lessons')}>See what is known</a>
    </p>
  </Empty>
);

const WithQueue = ({ visit, desk }: { visit: Visit; desk: ReviewDesk }) => (
  <div class="with-queue">
    {desk.current === null ? null : <Desk visit={visit} on={desk.current} next={desk.next} />}
    <Queue visit={visit} desk={desk} />
  </div>
);

const SHOWN = 30;

const Queue = ({ visit, desk }: { visit: Visit; desk: ReviewDesk }) => (
  <nav class="queue" aria-label="Lessons that wait">
    <h2>Queue</h2>
    <ol>
      {desk.waiting.slice(0, SHOWN).map((lesson) => (
        <li>
          <Waiting visit={visit} lesson={lesson} current={lesson.lesson_id === desk.current?.lesson.lesson_id} />
        </li>
      ))}
    </ol>
    {desk.waiting.length > SHOWN ? <p class="soft">and {desk.waiting.length - SHOWN} more</p> : null}
  </nav>
);

const Waiting = ({ visit, lesson, current }: { visit: Visit; lesson: Lesson; current: boolean }) => (
  <a href={visit.href(`/review/${lesson.lesson_id}`)} aria-current={current ? 'true' : undefined}>
    <span class="line">
      <Stored text={lesson.rule} />
    </span>
    <span class="meta">
      <StatePill state={lesson.state} /> <OrganisationPill lesson={lesson} /> <Stored text={lesson.provenance.author} />{' '}
      · <Age at={lesson.created_at} now={visit.services.clock.now()} />
    </span>
  </a>
);
