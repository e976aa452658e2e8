import type { Lesson } from '../../domain/lesson.ts';
import type { LessonFilter, LessonStore } from '../../ports/lesson-store.ts';
import type { Connection } from './connection.ts';
import { type LessonTables, lessonTables, toLesson } from './lesson-tables.ts';
import { type LessonReads, lessonWrites } from './lesson-writes.ts';
import { openConflicts } from './review-reads.ts';
import { standing } from './standing-facts.ts';
import { readDocument } from './text-index.ts';

export const sqliteLessonStore = (connection: Connection): LessonStore => {
  const tables = lessonTables(connection);
  return {
    openConflicts: async (project, lessonIds) => openConflicts(connection, project, lessonIds),
    ...lessonReads(connection, tables),
    ...lessonWrites(connection, tables),
  };
};

type Row = Record<string, string | number | null>;

const lessonReads = (connection: Connection, tables: LessonTables): Omit<LessonReads, 'openConflicts'> => ({
  find: async (project, lessonId) => connection.snapshot(() => findLesson(tables, project, lessonId)),
  record: async (project, lessonId) =>
    connection.snapshot(() => {
      const lesson = findLesson(tables, project, lessonId);
      if (lesson === null) return null;
      const key = { project, lessonId };
      const own = 'WHERE project_id = @project AND lesson_id = @lessonId';
      return {
        lesson,
        versions: tables.version.select(`${own} ORDER BY version`, key),
        evidence: tables.evidence.select(`${own} AND ${standing('evidence')} ORDER BY seq`, key),
        triggers: tables.trigger.select(`${own} AND ${standing('lesson_trigger')} ORDER BY seq`, key),
        transitions: tables.transition
          .select(`${own} ORDER BY seq`, key)
          .map((transition) => ({ ...transition, from: transition.from ?? null })),
        links: tables.link.select(
          'WHERE project_id = @project AND from_lesson_id = @lessonId ORDER BY lesson_id, relation',
          key,
        ),
      };
    }),
  activeAuthors: async (project, most) =>
    connection.column<number>(
      `SELECT count(*) FROM (SELECT DISTINCT author FROM lesson WHERE project_id = @project AND state = 'active' LIMIT @most)`,
      { project, most },
    )[0] ?? 0,
  list: async (project, filter) =>
    connection.snapshot(() => {
      const { condition, parameters } = matching(project, filter);
      const items = currentLessons(
        tables,
        `${condition} ORDER BY ${filter.newestFirst ? NEWEST_FIRST : OLDEST_FIRST} LIMIT @limit OFFSET @offset`,
        { ...parameters, limit: filter.limit ?? -1, offset: filter.offset ?? 0 },
      );
      const total = connection.column<number>(
        `SELECT count(*) FROM lesson ${filter.contains === undefined && filter.path === undefined ? '' : WITH_TEXT} ${condition}`,
        parameters,
      );
      return { items, total: total[0] ?? 0 };
    }),
  votesOf: async (project, lessonId) =>
    tables.vote.select(
      `WHERE project_id = @project AND lesson_id = @lessonId AND ${standing('vote')} ORDER BY at, by`,
      { project, lessonId },
    ),
  searchedTriggers: async (project, lessonId) => readDocument(connection, { project, lessonId })?.trigger ?? [],
  lastCitationCheck: async (project, lessonId) =>
    tables.citationCheck.first('WHERE project_id = @project AND lesson_id = @lessonId ORDER BY seq DESC', {
      project,
      lessonId,
    }),
  calibration: async (project) => {
    const row = tables.calibration.first('WHERE project_id = @project', { project });
    if (row === null) return null;
    const { fitted_at, verdicts, threshold, curve } = row;
    return { fitted_at, verdicts, threshold: threshold ?? null, curve: curve ?? null };
  },
  vectorCount: async (project, model) =>
    connection.get<{ lessons: number; made: number }>(
      `SELECT count(*) AS lessons, count(*) FILTER (WHERE NOT ${LACKS_VECTORS}) AS made
       FROM search_doc JOIN lesson USING (project_id, lesson_id)
       WHERE project_id = @project AND search_doc.pool IS NOT NULL`,
      { project, model, other: 1 },
    ) ?? { lessons: 0, made: 0 },
  withoutVectors: async (project, model, limit, other = true) =>
    connection.snapshot(() =>
      currentLessons(
        tables,
        `JOIN search_doc ON search_doc.project_id = lesson.project_id AND search_doc.lesson_id = lesson.lesson_id
         WHERE lesson.project_id = @project AND search_doc.pool IS NOT NULL AND ${LACKS_VECTORS}
         ORDER BY lesson.created_at, lesson.lesson_id LIMIT @limit`,
        { project, model, limit, other: Number(other) },
      ),
    ),
});

const WITH_TEXT = `JOIN lesson_version ON lesson_version.project_id = lesson.project_id
  AND lesson_version.lesson_id = lesson.lesson_id AND lesson_version.version = lesson.version`;

const OWN_VECTOR = `FROM lesson_vector AS own WHERE own.project_id = lesson.project_id AND own.lesson_id = lesson.lesson_id`;
/** A key begins with the name of its model; what follows is the form that it was run in. */
const NAME_OF = (key: string): string => `substr(${key}, 1, instr(${key}, ' '))`;
const OTHER_MODEL = `own.model <> @model AND ${NAME_OF('own.model')} <> ${NAME_OF('@model')}`;
const LACKS_VECTORS = `((
  NOT EXISTS (SELECT 1 ${OWN_VECTOR} AND own.kind = 'text' AND own.model = @model)
  OR EXISTS (SELECT 1 ${OWN_VECTOR} AND own.model <> @model)
  OR json_array_length(search_doc."trigger") > (SELECT count(*) ${OWN_VECTOR} AND own.kind = 'trigger'))
  AND (@other OR NOT EXISTS (SELECT 1 ${OWN_VECTOR} AND ${OTHER_MODEL})))`;

const findLesson = (tables: LessonTables, project: string, lessonId: string): Lesson | null =>
  currentLessons(tables, 'WHERE lesson.project_id = @project AND lesson.lesson_id = @lessonId', {
    project,
    lessonId,
  })[0] ?? null;

/** `rest` follows `FROM lesson JOIN lesson_version`; the two selects see the same rows in the same order. */
const currentLessons = (tables: LessonTables, rest: string, parameters: Row): Lesson[] => {
  const rows = tables.lesson.select(`${WITH_TEXT} ${rest}`, parameters);
  const texts = tables.text.select(
    `JOIN lesson ON lesson_version.project_id = lesson.project_id
       AND lesson_version.lesson_id = lesson.lesson_id AND lesson_version.version = lesson.version ${rest}`,
    parameters,
  );
  const textOf = new Map(texts.map((text) => [text.lesson_id, text]));
  return rows.flatMap((row) => {
    const text = textOf.get(row.lesson_id);
    return text === undefined ? [] : [toLesson(row, text)];
  });
};

const OLDEST_FIRST = 'lesson.created_at, lesson.lesson_id';
const NEWEST_FIRST = 'lesson.created_at DESC, lesson.lesson_id DESC';

const matching = (
  project: string,
  { states, contains, author, path }: LessonFilter,
): { condition: string; parameters: Row } => ({
  condition: [
    `WHERE lesson.project_id = @project
    AND (@states IS NULL OR lesson.state IN (SELECT value FROM json_each(@states)))
    AND (@author IS NULL OR lesson.author = @author)`,
    ...(contains === undefined ? [] : [CONTAINS]),
    ...(path === undefined ? [] : [NAMES_PATH]),
  ].join(''),
  parameters: {
    project,
    states: states === undefined ? null : JSON.stringify(states),
    author: author ?? null,
    contains: contains?.toLowerCase() ?? null,
    path: path?.toLowerCase() ?? null,
  },
});

const CONTAINS = ` AND instr(fold_case(concat_ws(char(10), lesson_version."when", lesson_version.rule,
  lesson_version.not_when, lesson_version.why, lesson_version.examples)), @contains) > 0`;

const NAMES_PATH = ` AND (
  EXISTS (SELECT 1 FROM json_each(lesson_version.scope, '$.paths') WHERE instr(fold_case(value), @path) > 0)
  OR EXISTS (SELECT 1 FROM json_each(lesson_version.citations)
    WHERE instr(fold_case(json_extract(value, '$.path')), @path) > 0))`;
