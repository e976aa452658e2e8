/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Lesson } from '../../../domain/lesson.ts';
import { LESSON_STATES, type LessonState } from '../../../domain/lesson-state.ts';
import { listLessons } from '../../../use-cases/list-lessons.ts';
import type { Page } from '../page.ts';
import { Age } from '../parts/age.tsx';
import { Empty } from '../parts/empty.tsx';
import { LessonRow } from '../parts/lesson-row.tsx';
import { Pager, pageNumber } from '../parts/pager.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';
import { Found } from './lessons-found.tsx';

const SIZE = 30;
/** What a longer one asks for is the same. */
const LONGEST_QUERY = 500;

interface Filter {
  readonly q?: string | undefined;
  readonly state?: LessonState | undefined;
  readonly path?: string | undefined;
  readonly author?: string | undefined;
  /** Those of the organisation in place of the project's. */
  readonly of?: 'organisation' | undefined;
}

const filterOf = (visit: Visit): Filter => {
  const given = (name: string): string | undefined => visit.query(name)?.trim().slice(0, LONGEST_QUERY) || undefined;
  return {
    q: given('q'),
    state: LESSON_STATES.find((one) => one === visit.query('state')),
    path: given('path'),
    author: given('author'),
    of: visit.query('of') === 'organisation' ? 'organisation' : undefined,
  };
};

/** What do we know? */
export const lessonsPage = async (visit: Visit): Promise<Page> => {
  const filter = filterOf(visit);
  const body = (
    <>
      <header class="head">
        <h1>Lessons</h1>
        <p class="soft">Search as an agent would, or look through what is known.</p>
      </header>
      <Search visit={visit} filter={filter} />
      {filter.q === undefined ? (
        <Listed visit={visit} filter={filter} />
      ) : (
        <Found visit={visit} query={filter.q} path={filter.path} />
      )}
    </>
  );
  return { title: 'Lessons', place: 'lessons', body: await body };
};

const Search = ({ visit, filter }: { visit: Visit; filter: Filter }) => (
  <search>
    <form method="get" action="/lessons" class="search">
      {visit.query('project') === undefined ? null : (
        <input type="hidden" name="project" value={visit.caller.project} />
      )}
      <label class="wide">
        <span>A task, in any words</span>
        <input type="search" name="q" value={filter.q ?? ''} placeholder="add the axios package" data-key="/" />
      </label>
      <label>
        <span>State</span>
        <select name="state">
          <option value="">any</option>
          {LESSON_STATES.map((state) => (
            <option value={state} selected={state === filter.state}>
              {state}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Of</span>
        <select name="of">
          <option value="">this project</option>
          <option value="organisation" selected={filter.of === 'organisation'}>
            the organisation
          </option>
        </select>
      </label>
      <label>
        <span>File</span>
        <input name="path" value={filter.path ?? ''} placeholder="src/parser" />
      </label>
      <label>
        <span>Author</span>
        <input name="author" value={filter.author ?? ''} />
      </label>
      <button type="submit">Search</button>
    </form>
  </search>
);

const Listed = async ({ visit, filter }: { visit: Visit; filter: Filter }) => {
  const page = pageNumber(visit);
  const { state, path, author, of } = filter;
  const { items, total } = await listLessons(visit.services, visit.caller, {
    ...(state === undefined ? {} : { states: [state] }),
    ...(path === undefined ? {} : { path }),
    ...(author === undefined ? {} : { author }),
    ...(of === undefined ? {} : { organisation: true }),
    newestFirst: true,
    limit: SIZE,
    offset: (page - 1) * SIZE,
  });
  if (items.length === 0) return <Nothing filtered={[state, path, author, of].some((one) => one !== undefined)} />;
  return (
    <>
      <p class="soft" role="status">
        {total} {total === 1 ? 'lesson' : 'lessons'}, the newest first
      </p>
      <ul class="rows">
        {items.map((lesson) => (
          <li>
            <LessonRow visit={visit} lesson={lesson}>
              <Standing visit={visit} lesson={lesson} />
            </LessonRow>
          </li>
        ))}
      </ul>
      <Pager visit={visit} path="/lessons" query={{ state, path, author, of }} page={page} size={SIZE} total={total} />
    </>
  );
};

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <Empty title="No lesson matches">
      <p>
        <a href="/lessons">Show all</a>
      </p>
    </Empty>
  ) : (
    <Empty title="Nothing is known yet">
      <p>Say once what was wrong, and no agent of this project gets it wrong again:</p>
      <pre>
        <code>hone flag "Use pnpm, not npm" --when "installing a dependency"</code>
      </pre>
      <p>
        Or bring in what the team wrote down: <code>hone import CLAUDE.md</code>
      </p>
    </Empty>
  );

/** Who brought it in, when, and what became of it. */
const Standing = ({ visit, lesson }: { visit: Visit; lesson: Lesson }) => (
  <>
    <Stored text={lesson.provenance.author} /> · <Age at={lesson.created_at} now={visit.services.clock.now()} />
    {lesson.helped + lesson.harmed === 0 ? '' : ` · helped ${lesson.helped}, harmed ${lesson.harmed}`}
    {lesson.critical ? ' · critical' : ''}
  </>
);
