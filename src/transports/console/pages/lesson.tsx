/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type GetLessonResult, getLesson } from '../../../use-cases/get-lesson.ts';
import type { Page } from '../page.ts';
import { Age } from '../parts/age.tsx';
import { Decided, justDecided } from '../parts/decided.tsx';
import { LessonParts } from '../parts/lesson-text.tsx';
import { OrganisationPill } from '../parts/organisation-pill.tsx';
import { StatePill } from '../parts/state-pill.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';
import { LessonActions } from './lesson-actions.tsx';
import { Organisation } from './lesson-organisation.tsx';
import { Evidence, Exposures, History, Versions } from './lesson-record.tsx';

/** Everything that is known of one lesson. */
export const lessonPage = async (visit: Visit, id: string): Promise<Page> => {
  const lesson = await getLesson(
    visit.services,
    { ...visit.caller, known: new Set([visit.caller.project]) },
    { lesson_id: id },
  );
  const decided = await justDecided(visit);
  const body = (
    <>
      {decided === null ? null : <Decided visit={visit} lesson={decided} />}
      <p class="crumbs">
        <a href={visit.href('/lessons')}>Lessons</a> / <code>{lesson.lesson_id}</code>
      </p>
      <article class="card lesson">
        <p class="meta">
          <StatePill state={lesson.state} /> <OrganisationPill lesson={lesson} /> version {lesson.version} ·{' '}
          <Stored text={lesson.provenance.author} /> · <Age at={lesson.created_at} now={visit.services.clock.now()} />
          {lesson.critical ? ' · critical: delivered in holdouts too' : ''}
        </p>
        <h1 class="rule">
          <Stored text={lesson.rule} />
        </h1>
        <LessonParts text={lesson} />
      </article>
      <LessonActions visit={visit} lesson={lesson} />
      <Organisation visit={visit} lesson={lesson} />
      <Use lesson={lesson} />
      <Exposures visit={visit} lesson={lesson} />
      <Evidence lesson={lesson} />
      <Versions visit={visit} lesson={lesson} />
      <History visit={visit} lesson={lesson} />
    </>
  );
  return { title: 'Lesson', place: 'lessons', body };
};

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(100 * share)} %`);

const Use = ({ lesson }: { lesson: GetLessonResult }) => {
  const { effect, exposures, helped, harmed } = lesson;
  return (
    <section>
      <h2>Does it help?</h2>
      <ul class="figures">
        <li>
          <strong>{exposures.total}</strong> <span>runs were shown it</span>
        </li>
        <li>
          <strong>{helped}</strong> <span>votes that it helped</span>
        </li>
        <li>
          <strong>{harmed}</strong> <span>votes that it harmed</span>
        </li>
        <li>
          <strong>{percent(effect.value)}</strong>{' '}
          <span>
            {effect.value === null
              ? 'no verdict yet'
              : `helpful of ${effect.n} verdicts (95 %: ${percent(effect.low)} to ${percent(effect.high)})`}
          </span>
        </li>
      </ul>
    </section>
  );
};
