import { type CountedTask, countedTask } from '../../domain/metrics/counted-task.ts';
import type { EventRecord, TaskHistory } from '../../ports/event-record.ts';
import type { Connection } from './connection.ts';
import { eachHistory } from './each-history.ts';
import { fullHistories } from './full-histories.ts';
import { lessonLives } from './lesson-lives.ts';
import { runTables } from './run-tables.ts';

export const sqliteEventRecord = (connection: Connection): EventRecord => {
  const tables = runTables(connection);
  const source = { connection, tables };
  return {
    tasks: async (project, window) => {
      const found: CountedTask[] = [];
      connection.snapshot(() => eachHistory(source, project, window, (one) => void found.push(countedTask(one))));
      return found;
    },
    histories: async (project, window) => {
      const found: TaskHistory[] = [];
      connection.snapshot(() => eachHistory(source, project, window, (one) => void found.push(one)));
      return found;
    },
    fullTasks: async (project, window) => connection.snapshot(() => fullHistories(connection, tables, project, window)),
    looseCorrections: async (project, { from, to }) =>
      tables.correction.select(
        `WHERE project_id = @project AND run_id IS NULL AND at >= @from AND at < @to ORDER BY at, correction_id`,
        { project, from, to },
      ),
    lessonLives: async (project) => connection.snapshot(() => lessonLives(connection, project)),
    startOfTask: async (project, { workflow, place }) =>
      connection.column<string>(
        `SELECT started_at FROM task WHERE project_id = @project AND (@workflow IS NULL OR workflow = @workflow)
         ORDER BY started_at LIMIT 1 OFFSET @place`,
        { project, workflow: workflow ?? null, place },
      )[0] ?? null,
  };
};
