import type { LessonPurge } from '../../ports/lesson-purge.ts';
import type { Connection } from './connection.ts';
import { changeDocument, setPaths } from './text-index.ts';
import { dropVectors } from './vector-index.ts';

const GONE = "'[purged]'";
const OWN = 'project_id = @project AND lesson_id = @lessonId';

/** What each table loses. The rows stay: the audit has an event for each. */
const LOSES: Readonly<Record<string, string>> = {
  lesson_version: `"when" = ${GONE}, rule = ${GONE}, not_when = NULL, why = NULL, examples = '[]', citations = '[]', scope = '{}'`,
  evidence: `ref = NULL, text = ${GONE}`,
  lesson_trigger: `text = ${GONE}`,
  transition: `reason = ${GONE}`,
  correction: `wrong = ${GONE}, "right" = ${GONE}, why = NULL, quote = NULL`,
};

export const sqliteLessonPurge = (connection: Connection): LessonPurge => ({
  purge: async (project, lessonId) => {
    const own = { project, lessonId };
    for (const [table, set] of Object.entries(LOSES)) {
      unguarded(connection, table, () => connection.run(`UPDATE ${table} SET ${set} WHERE ${OWN}`, own));
    }
    forgetAnswers(connection, own);
    changeDocument(connection, own, { pool: null, text: [], example: [], trigger: [] });
    setPaths(connection, own, []);
    for (const kind of ['text', 'example', 'trigger'] as const) dropVectors(connection, own, kind);
  },
  forgetAnswers: async (project, lessonId) => forgetAnswers(connection, { project, lessonId }),
});

const forgetAnswers = (connection: Connection, own: { project: string; lessonId: string }): void =>
  unguarded(connection, 'answer', () =>
    connection.run('DELETE FROM answer WHERE project_id = @project AND instr(answer, @lessonId) > 0', own),
  );

/** The one change of facts that there is: their guard is lifted inside the transaction, and stands again at its end. */
const unguarded = (connection: Connection, table: string, change: () => void): void => {
  const guards = connection.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = @table",
    { table },
  );
  for (const { name } of guards) connection.database.exec(`DROP TRIGGER main."${name}"`);
  change();
  for (const { sql } of guards) connection.database.exec(sql);
};
