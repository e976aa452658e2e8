import { SEARCHED_TRIGGERS } from '../../domain/learning/learning-state.ts';
import type { Pool } from '../../ports/lesson-search.ts';
import type { Connection } from './connection.ts';
import type { LessonKey } from './lesson-key.ts';
import { recount } from './search-lengths.ts';
import { searchTerm } from './search-term.ts';

/** Ids of a project's documents and vectors begin here, so that no two projects share one. */
export const ID_SPACE = 2 ** 32;
/** Triggers of a lesson that are searched: the newest. */
export const INDEXED_TRIGGERS = SEARCHED_TRIGGERS;

/** What the text index holds of a lesson. */
export interface Document {
  readonly doc_id: number;
  readonly pool: Pool | null;
  readonly text: readonly string[];
  readonly example: readonly string[];
  /** One list a trigger, oldest first. */
  readonly trigger: readonly (readonly string[])[];
}

type Fields = Pick<Document, 'text' | 'example' | 'trigger'>;

export const partOf = (connection: Connection, project: string): number | null =>
  connection.column<number>('SELECT part FROM project WHERE project_id = @project', { project })[0] ?? null;

export const readDocument = (connection: Connection, { project, lessonId }: LessonKey): Document | null => {
  const row = connection.get<{ doc_id: number; pool: Pool | null; text: string; example: string; trigger: string }>(
    `SELECT doc_id, pool, text, example, "trigger" FROM search_doc
     WHERE project_id = @project AND lesson_id = @lessonId`,
    { project, lessonId },
  );
  if (row === undefined) return null;
  return { ...row, text: JSON.parse(row.text), example: JSON.parse(row.example), trigger: JSON.parse(row.trigger) };
};

/** Adds a document in no pool; `setPool` makes it found. */
export const addDocument = (
  connection: Connection,
  { project, lessonId }: LessonKey,
  paths: readonly string[],
): void => {
  connection.run(
    `INSERT INTO search_doc (project_id, lesson_id, doc_id, pool, text, example, "trigger", length, paths)
     VALUES (@project, @lessonId,
       (SELECT coalesce(max(doc_id), @first) + 1 FROM search_doc WHERE project_id = @project),
       NULL, '[]', '[]', '[]', 0, @paths)`,
    { project, lessonId, first: (partOf(connection, project) ?? 0) * ID_SPACE, paths: pathsColumn(paths) },
  );
};

export const setPaths = (connection: Connection, { project, lessonId }: LessonKey, paths: readonly string[]): void => {
  connection.run('UPDATE search_doc SET paths = @paths WHERE project_id = @project AND lesson_id = @lessonId', {
    project,
    lessonId,
    paths: pathsColumn(paths),
  });
};

const pathsColumn = (paths: readonly string[]): string | null => (paths.length === 0 ? null : JSON.stringify(paths));

const termsOf = ({ text, example, trigger }: Fields): string[] => [...text, ...example, ...trigger.flat()];

/** Changes what is held of a lesson, or in which pool; the posting lists follow. */
export const changeDocument = (
  connection: Connection,
  key: LessonKey,
  change: Partial<Fields & { pool: Pool | null }>,
): void => {
  const before = readDocument(connection, key);
  if (before === null) return;
  const after = { ...before, ...change };
  const terms = termsOf(after);
  connection.run(
    `UPDATE search_doc SET pool = @pool, text = @text, example = @example, "trigger" = @trigger, length = @length
     WHERE project_id = @project AND lesson_id = @lessonId`,
    {
      ...key,
      pool: after.pool,
      text: JSON.stringify(after.text),
      example: JSON.stringify(after.example),
      trigger: JSON.stringify(after.trigger),
      length: terms.length,
    },
  );
  recount(
    connection,
    key.project,
    { pool: before.pool, length: termsOf(before).length },
    { pool: after.pool, length: terms.length },
  );
  const docId = BigInt(before.doc_id);
  if (before.pool !== null) connection.run('DELETE FROM search_text WHERE rowid = @docId', { docId });
  const { pool } = after;
  if (pool === null) return;
  const part = partOf(connection, key.project) ?? 0;
  connection.run('INSERT INTO search_text (rowid, terms) VALUES (@docId, @terms)', {
    docId,
    terms: terms.map((term) => searchTerm(part, pool, term)).join(' '),
  });
};
