import { errorPrint } from '../../domain/loops/error-print.ts';
import type { ShownTask } from '../../domain/loops/fleet.ts';
import type { LoopRecord } from '../../domain/loops/loop-finding.ts';
import type { LoopSignal } from '../../domain/loops/loop-signal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { LoopStore } from '../../ports/loop-store.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';

const ENDED: Record<Outcome, 'well' | 'failed' | 'otherwise'> = {
  completed_clean: 'well',
  completed_rewritten: 'well',
  failed: 'failed',
  timed_out: 'failed',
  abandoned: 'otherwise',
  escalated: 'otherwise',
};

interface SignalRow {
  readonly kind: LoopSignal['kind'];
  readonly run: string | null;
  readonly at: string;
  readonly error: string | null;
  readonly print: string | null;
  readonly progress: string | null;
  readonly asked: string | null;
  readonly lessons: string | null;
  readonly outcome: Outcome | null;
}

/** What happened at one instant is told in the order in which a call does it. */
const TRAIL = `
SELECT 'start' AS kind, 0 AS step, run_id AS run, started_at AS at, error, NULL AS print, progress,
       NULL AS asked, NULL AS lessons, NULL AS outcome
FROM run WHERE project_id = @project AND task_id = @taskId
UNION ALL
SELECT 'recall', 1, recall.run_id, recall.at, NULL, recall.error_print, NULL, recall.asked,
       (SELECT json_group_array(lesson_id) FROM (SELECT lesson_id FROM recall_candidate AS shown
         WHERE shown.project_id = recall.project_id AND shown.recall_id = recall.recall_id
           AND (shown.cut IS NULL OR shown.cut = 'shown') ORDER BY lesson_id)), NULL
FROM recall JOIN run USING (project_id, run_id) WHERE project_id = @project AND task_id = @taskId
UNION ALL
SELECT 'outcome', 2, run_id, at, error, NULL, NULL, NULL, NULL, outcome
FROM outcome WHERE project_id = @project AND task_id = @taskId
UNION ALL
SELECT 'human', 3, NULL, intervention.at, NULL, NULL, NULL, NULL, NULL, NULL
FROM intervention JOIN run USING (project_id, run_id) WHERE project_id = @project AND task_id = @taskId
UNION ALL
SELECT 'human', 3, NULL, correction.at, NULL, NULL, NULL, NULL, NULL, NULL
FROM correction JOIN run USING (project_id, run_id) WHERE project_id = @project AND task_id = @taskId
ORDER BY at, step`;

const toSignal = (row: SignalRow): LoopSignal => {
  const { at } = row;
  const error = row.print ?? errorPrint(row.error ?? undefined);
  const run = row.run ?? '';
  if (row.kind === 'human') return { kind: 'human', at };
  if (row.kind === 'outcome') return { kind: 'outcome', run, at, error, ended: ENDED[row.outcome ?? 'abandoned'] };
  if (row.kind === 'start') {
    return { kind: 'start', run, at, error, ...(row.progress === null ? {} : { progress: JSON.parse(row.progress) }) };
  }
  return {
    kind: 'recall',
    run,
    at,
    error,
    asked: row.asked ?? '',
    lessons: JSON.parse(row.lessons ?? '[]'),
    atStart: row.asked === null,
  };
};

export const sqliteLoopStore = (connection: Connection): LoopStore => {
  const loops = new RecordTable<LoopRecord>(connection, {
    table: 'loop',
    fields: {
      project: 'plain',
      task_id: 'plain',
      run_id: 'plain',
      pattern: 'plain',
      action: 'plain',
      lessons: 'json',
      at: 'plain',
    },
    numberedBy: ['project_id', 'task_id'],
  });
  return {
    trail: async (project, taskId) => connection.all<SignalRow>(TRAIL, { project, taskId }).map(toSignal),
    shownTo: async (project, lessonId, since) => shownTo(connection, { project, lessonId, since }),
    found: async (project, taskId) =>
      loops.select('WHERE project_id = @project AND task_id = @taskId ORDER BY seq', { project, taskId }),
    add: async (record) => loops.add(record),
  };
};

const shownTo = (connection: Connection, key: { project: string; lessonId: string; since: string }): ShownTask[] =>
  connection
    .all<{ task: string; principal: string; outcome: Outcome }>(
      `SELECT run.task_id AS task, run.principal, outcome.outcome, max(outcome.at)
       FROM recall_candidate AS shown
       JOIN recall USING (project_id, recall_id)
       JOIN run ON run.project_id = recall.project_id AND run.run_id = recall.run_id
       JOIN outcome ON outcome.project_id = run.project_id AND outcome.run_id = run.run_id
       WHERE shown.project_id = @project AND shown.lesson_id = @lessonId AND shown.cut IS NULL AND outcome.at >= @since
       GROUP BY run.task_id`,
      key,
    )
    .map(({ task, principal, outcome }) => ({ task, principal, failed: ENDED[outcome] === 'failed' }));
