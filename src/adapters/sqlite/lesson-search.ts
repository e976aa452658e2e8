import type { LessonSearch } from '../../ports/lesson-search.ts';
import type { Connection } from './connection.ts';
import { lexicalSearch } from './lexical-search.ts';
import { vectorSearch } from './vector-search.ts';

export const sqliteLessonSearch = (connection: Connection): LessonSearch => ({
  ...lexicalSearch(connection),
  ...vectorSearch(connection),
  scoped: async (project, pool, limit) =>
    connection
      .all<{ lesson_id: string; paths: string }>(
        `SELECT lesson_id, paths FROM search_doc
         WHERE project_id = @project AND pool = @pool AND paths IS NOT NULL ORDER BY lesson_id LIMIT @limit`,
        { project, pool, limit },
      )
      .map(({ lesson_id, paths }) => ({ lesson_id, paths: JSON.parse(paths) })),
  terms: async (project, lessonIds) =>
    connection
      .all<{ lesson_id: string; text: string; example: string; trigger: string }>(
        `SELECT lesson_id, text, example, "trigger" FROM search_doc
         WHERE project_id = @project AND lesson_id IN (SELECT value FROM json_each(@ids)) ORDER BY lesson_id`,
        { project, ids: JSON.stringify(lessonIds) },
      )
      .map(({ lesson_id, text, example, trigger }) => ({
        lesson_id,
        text: JSON.parse(text),
        example: JSON.parse(example),
        trigger: (JSON.parse(trigger) as string[][]).flat(),
      })),
});
