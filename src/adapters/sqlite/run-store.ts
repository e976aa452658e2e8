import type { JudgedExposure } from '../../domain/learning/calibration.ts';
import type { RecallRecord } from '../../domain/recall.ts';
import type { RunStore } from '../../ports/run-store.ts';
import type { Connection } from './connection.ts';
import { ignoredLessons, reachOf } from './review-reads.ts';
import { type RecallRow, type RunTables, runTables } from './run-tables.ts';
import { runWrites } from './run-writes.ts';
import { standing } from './standing-facts.ts';

export const sqliteRunStore = (connection: Connection): RunStore => {
  const tables = runTables(connection);
  return { ...runReads(connection, tables), ...listings(connection, tables), ...runWrites(connection, tables) };
};

const OF_RUN = 'WHERE project_id = @project AND run_id = @runId';

const runReads = (connection: Connection, tables: RunTables) =>
  ({
    findTask: async (project, taskId) =>
      tables.task.first('WHERE project_id = @project AND task_id = @taskId', { project, taskId }),
    findTaskByKey: async (project, taskKey) =>
      tables.task.first('WHERE project_id = @project AND task_key = @taskKey', { project, taskKey }),
    findRun: async (project, runId) => tables.run.first(OF_RUN, { project, runId }),
    // `+`: else the index by time is read from end to end to save the sorting of a handful of rows.
    runsOf: async (project, taskId) =>
      tables.run.select('WHERE project_id = @project AND task_id = @taskId ORDER BY +started_at, attempt, run_id', {
        project,
        taskId,
      }),
    history: async (project, runId) =>
      connection.snapshot(() => {
        const run = tables.run.first(OF_RUN, { project, runId });
        if (run === null) return null;
        const taskId = run.task_id;
        const task = tables.task.first('WHERE project_id = @project AND task_id = @taskId', { project, taskId });
        if (task === null) return null;
        const key = { project, runId };
        return {
          task,
          run,
          recalls: recallsOfRun(tables, project, runId),
          corrections: tables.correction.select(`${OF_RUN} ORDER BY at, correction_id`, key),
          interventions: tables.intervention.select(`${OF_RUN} ORDER BY at, seq`, key),
          outcomes: tables.outcome.select(`${OF_RUN} ORDER BY at, seq`, key),
          verdicts: tables.verdict.select(`${OF_RUN} ORDER BY at, seq`, key),
          checkpoints: tables.checkpoint.select(`${OF_RUN} ORDER BY asked_at, checkpoint_id`, key),
        };
      }),
    recallsOf: async (project, runId) => connection.snapshot(() => recallsOfRun(tables, project, runId)),
    verdictsOf: async (project, runId) => tables.verdict.select(`${OF_RUN} ORDER BY at, seq`, { project, runId }),
    outcomesOfTask: async (project, taskId) =>
      tables.outcome.select('WHERE project_id = @project AND task_id = @taskId ORDER BY at, run_id, seq', {
        project,
        taskId,
      }),
    findCorrection: async (project, correctionId) =>
      tables.correction.first('WHERE project_id = @project AND correction_id = @correctionId', {
        project,
        correctionId,
      }),
    findCheckpoint: async (project, checkpointId) =>
      tables.checkpoint.first('WHERE project_id = @project AND checkpoint_id = @checkpointId', {
        project,
        checkpointId,
      }),
  }) satisfies Partial<RunStore>;

const listings = (connection: Connection, tables: RunTables) =>
  ({
    listRuns: async (project, { limit, offset }) =>
      connection.snapshot(() => {
        const runs = tables.run.select(
          'WHERE project_id = @project ORDER BY started_at DESC, run_id DESC LIMIT @limit OFFSET @offset',
          {
            project,
            limit: limit ?? -1,
            offset: offset ?? 0,
          },
        );
        const items = runs.flatMap((run) => {
          const taskId = run.task_id;
          const task = tables.task.first('WHERE project_id = @project AND task_id = @taskId', { project, taskId });
          const outcome = tables.outcome.first(`${OF_RUN} ORDER BY at DESC, seq DESC`, { project, runId: run.run_id });
          return task === null ? [] : [{ task, run, ...(outcome === null ? {} : { outcome }) }];
        });
        const total = connection.column<number>('SELECT count(*) FROM run WHERE project_id = @project', { project });
        return { items, total: total[0] ?? 0 };
      }),
    correctionsOfLesson: async (project, lessonId) =>
      tables.correction.select('WHERE project_id = @project AND lesson_id = @lessonId ORDER BY at, correction_id', {
        project,
        lessonId,
      }),
    exposuresOf: async (project, lessonId) =>
      connection.all<{ run_id: string; recall_id: string; at: string }>(
        `SELECT recall.run_id, recall.recall_id, recall.at
         FROM recall_candidate JOIN recall USING (project_id, recall_id)
         WHERE project_id = @project AND lesson_id = @lessonId AND cut IS NULL AND recall.run_id IS NOT NULL
         ORDER BY recall.at DESC, recall.recall_id DESC`,
        { project, lessonId },
      ),
    verdictsOfLesson: async (project, lessonId) =>
      tables.verdict.select(
        `WHERE project_id = @project AND lesson_id = @lessonId AND ${standing('verdict')} ORDER BY at, run_id, seq`,
        { project, lessonId },
      ),
    judgedExposures: async (project, limit) =>
      connection.all<JudgedExposure>(
        `SELECT verdict.run_id, verdict.lesson_id, max(recall_candidate.score) AS score, verdict.verdict, verdict.by,
           verdict.source, verdict.at
         FROM verdict
         JOIN recall ON recall.project_id = verdict.project_id AND recall.run_id = verdict.run_id
         JOIN recall_candidate ON recall_candidate.project_id = recall.project_id
           AND recall_candidate.recall_id = recall.recall_id AND recall_candidate.lesson_id = verdict.lesson_id
         WHERE verdict.project_id = @project AND recall_candidate.cut IS NULL AND recall_candidate.score > 0
           AND ${standing('verdict')}
         GROUP BY verdict.run_id, verdict.seq
         ORDER BY verdict.at DESC, verdict.run_id DESC, verdict.seq DESC LIMIT @limit`,
        { project, limit },
      ),
    ignoredLessons: async (project) => ignoredLessons(connection, project),
    reachOf: async (project, lessonIds, since) => reachOf(connection, project, lessonIds, since),
    listCheckpoints: async (project, { openAt }) =>
      tables.checkpoint.select(
        `WHERE project_id = @project AND (@openAt IS NULL OR (answer IS NULL AND expires_at > @openAt))
         ORDER BY asked_at, checkpoint_id`,
        { project, openAt: openAt ?? null },
      ),
    lastRecalls: async (project, limit) =>
      tables.recall
        .select('WHERE project_id = @project ORDER BY at DESC, recall_id DESC LIMIT @limit', { project, limit })
        .map(({ recall_id, path, decision, reason, at }) => ({ recall_id, path, decision, reason, at })),
  }) satisfies Partial<RunStore>;

const recallsOfRun = (tables: RunTables, project: string, runId: string): RecallRecord[] => {
  const recalls = tables.recall.select(`${OF_RUN} ORDER BY +at, recall_id`, { project, runId });
  return recalls.map((recall) => withCandidates(tables, recall));
};

const withCandidates = (tables: RunTables, recall: RecallRow): RecallRecord => ({
  ...recall,
  candidates: tables.candidate
    .select('WHERE project_id = @project AND recall_id = @recallId ORDER BY rank, lesson_id', {
      project: recall.project,
      recallId: recall.recall_id,
    })
    .map(({ recall_id: _, ...candidate }) => candidate),
});
