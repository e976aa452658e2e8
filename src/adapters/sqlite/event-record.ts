import type { EventRecord } from '../../ports/event-record.ts';
import type { Connection } from './connection.ts';
import { countedHistories } from './counted-histories.ts';
import { fullHistories } from './full-histories.ts';
import { lessonLives } from './lesson-lives.ts';
import { runTables } from './run-tables.ts';

export const sqliteEventRecord = (connection: Connection): EventRecord => {
  const tables = runTables(connection);
  return {
    tasks: async (project, window) => connection.snapshot(() => countedHistories(connection, tables, project, window)),
    fullTasks: async (project, window) => connection.snapshot(() => fullHistories(connection, tables, project, window)),
    looseCorrections: async (project, { from, to }) =>
      tables.correction.select(
        `WHERE project_id = @project AND run_id IS NULL AND at >= @from AND at < @to ORDER BY at, correction_id`,
        { project, from, to },
      ),
    lessonLives: async (project) => connection.snapshot(() => lessonLives(connection, project)),
    firstTaskAt: async (project) =>
      connection.column<string | null>('SELECT min(started_at) FROM task WHERE project_id = @project', {
        project,
      })[0] ?? null,
  };
};
