/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type FoundLesson, searchLessons } from '../../../use-cases/search-lessons.ts';
import { CUT_WORDS } from '../parts/cut-words.ts';
import { Empty } from '../parts/empty.tsx';
import { LessonRow } from '../parts/lesson-row.tsx';
import type { Visit } from '../visit.ts';

/** What recall finds for a task: what an agent would be shown, and what it would not, and why. */
export const Found = async ({ visit, query, path }: { visit: Visit; query: string; path?: string | undefined }) => {
  const answer = await searchLessons(visit.services, visit.caller, {
    query,
    ...(path === undefined ? {} : { paths: [path] }),
  });
  const shown = answer.found.filter((one) => one.cut === undefined);
  const rest = answer.found.filter((one) => one.cut !== undefined);
  return (
    <>
      <p role="status">
        <strong>
          {shown.length === 0 ? 'An agent would be shown nothing.' : `An agent would be shown ${shown.length}.`}
        </strong>{' '}
        <span class="soft">
          {answer.reason} ({answer.path} search)
        </span>
      </p>
      <List visit={visit} found={shown} />
      {rest.length === 0 ? null : (
        <section>
          <h2>Found, and not shown</h2>
          <List visit={visit} found={rest} />
        </section>
      )}
      {answer.found.length === 0 ? (
        <Empty title="Nothing similar is known">
          <p>
            <a href={visit.href('/lessons')}>Show all lessons</a>
          </p>
        </Empty>
      ) : null}
    </>
  );
};

const List = ({ visit, found }: { visit: Visit; found: readonly FoundLesson[] }) =>
  found.length === 0 ? null : (
    <ul class="rows">
      {found.map(({ lesson, certainty, cut }) => (
        <li>
          <LessonRow visit={visit} lesson={lesson}>
            {Math.round(100 * certainty)} % sure
            {cut === undefined ? '' : ` · not shown: ${CUT_WORDS[cut]}`}
          </LessonRow>
        </li>
      ))}
    </ul>
  );
