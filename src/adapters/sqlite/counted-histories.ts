import type { Correction } from '../../domain/intervention.ts';
import type { TaskHistory } from '../../domain/metrics/task-history.ts';
import { OUTCOME_SOURCES, OUTCOMES } from '../../domain/outcome.ts';
import { RECALL_DECISIONS, RECALL_PATHS } from '../../domain/recall.ts';
import { VERDICTS } from '../../domain/verdict.ts';
import type { EventWindow } from '../../ports/event-record.ts';
import type { Connection } from './connection.ts';
import { added, type HistoryDraft, HistoryDrafts } from './history-drafts.ts';
import type { RunTables } from './run-tables.ts';

type Slice = Record<'project' | 'from' | 'to', string> & { readonly workflow: string | null };

/** So many tasks are read at a time: their rows are forgotten before the next come, and cost little memory. */
const SLICE_TASKS = 4_000;

const COHORT = `task.project_id = @project AND task.started_at >= @from AND task.started_at < @to
  AND (@workflow IS NULL OR task.workflow = @workflow)`;
// CROSS JOIN keeps this order: by time, along the indexes, so that nothing has to be sorted.
const RUNS = 'FROM task CROSS JOIN run ON run.project_id = task.project_id AND run.task_id = task.task_id';
const factsOf = (table: string): string =>
  `${RUNS} CROSS JOIN ${table} ON ${table}.project_id = run.project_id AND ${table}.run_id = run.run_id WHERE ${COHORT}`;

/** A text of few values as its place among them: numbers cost no memory of their own. */
const coded = (column: string, values: readonly string[]): string =>
  `CASE ${column} ${values.map((value, index) => `WHEN '${value}' THEN ${index}`).join(' ')} END`;

/** Tasks with what metrics count of them: plain columns, in slices, so that a hundred thousand runs take about a second. */
export const countedHistories = (
  connection: Connection,
  tables: RunTables,
  project: string,
  { from, to, workflow }: EventWindow,
): TaskHistory[] => {
  const whole: Slice = { project, from, to, workflow: workflow ?? null };
  const found: TaskHistory[] = [];
  for (const slice of slicesOf(connection, whole)) {
    const drafts = new HistoryDrafts();
    readRuns(connection, slice, drafts);
    readRecalls(connection, slice, drafts);
    readOutcomes(connection, slice, drafts);
    readInterventions(connection, slice, drafts);
    readVerdicts(connection, slice, drafts);
    readCorrections(tables, slice, drafts);
    readLoops(connection, slice, drafts);
    for (const history of drafts.inOrder()) found.push(history);
  }
  return found;
};

const slicesOf = (connection: Connection, whole: Slice): Slice[] => {
  const starts = connection.column<string>(
    `SELECT started_at FROM (
       SELECT started_at, row_number() OVER (ORDER BY started_at) AS place FROM task WHERE ${COHORT}
     ) WHERE place > 1 AND place % ${SLICE_TASKS} = 1`,
    whole,
  );
  const ends = [...new Set(starts.filter((start) => start > whole.from)), whole.to];
  return ends.map((to, index) => ({ ...whole, from: ends[index - 1] ?? whole.from, to }));
};

const readRuns = (connection: Connection, slice: Slice, drafts: HistoryDrafts): void => {
  type TaskRow = [number, string, string, string, 'memory' | 'holdout' | null, string | null];
  const tasks = connection.tuples<TaskRow>(
    `SELECT task.rowid, task_id, workflow, started_at, arm, drawn_in FROM task WHERE ${COHORT}
     ORDER BY started_at, task_id`,
    slice,
  );
  for (const [row, ...task] of tasks) drafts.addTask(row, ...task);
  type RunRow = [number, number, string, string, number];
  const runs = connection.tuples<RunRow>(
    `SELECT task.rowid, run.rowid, run.run_id, run.started_at, run.looped ${RUNS} WHERE ${COHORT}`,
    slice,
  );
  for (const [task, row, run_id, started_at, looped] of runs)
    drafts.addRun(task, row, run_id, started_at, looped === 1);
  const loops = connection.column<number>(
    `SELECT DISTINCT task.rowid
     FROM task CROSS JOIN loop ON loop.project_id = task.project_id AND loop.task_id = task.task_id WHERE ${COHORT}`,
    slice,
  );
  for (const row of loops) drafts.markLooped(row);
};

/** The drafts of rows that begin with the number of their run. */
const eachOf = <Row extends readonly [number, ...unknown[]]>(
  rows: readonly Row[],
  drafts: HistoryDrafts,
  keep: (draft: HistoryDraft, run_id: string, row: Row) => void,
): void => {
  for (const row of rows) {
    const run = drafts.run(row[0]);
    if (run !== undefined) keep(run.draft, run.run_id, row);
  }
};

const readRecalls = (connection: Connection, slice: Slice, drafts: HistoryDrafts): void => {
  const rows = connection.tuples<[number, number, number, number, string, string | null]>(
    `SELECT run.rowid, ${coded('decision', RECALL_DECISIONS)}, ${coded('path', RECALL_PATHS)}, tokens, at,
       (SELECT group_concat(lesson_id || coalesce(' ' || cut, ''), char(10)) FROM (
          SELECT lesson_id, cut FROM recall_candidate
          WHERE recall_candidate.project_id = recall.project_id AND recall_candidate.recall_id = recall.recall_id
            AND (cut IS NULL OR cut = 'holdout')
          ORDER BY rank, lesson_id))
     ${factsOf('recall')}`,
    slice,
  );
  eachOf(rows, drafts, (draft, run_id, [, decision, path, tokens, at, shown]) => {
    const candidates = drafts.candidates(shown);
    const said = { decision: RECALL_DECISIONS[decision] ?? 'degraded', path: RECALL_PATHS[path] ?? 'none' };
    draft.recalls = added(draft.recalls, { run_id, ...said, tokens, at, candidates });
  });
};

const readOutcomes = (connection: Connection, slice: Slice, drafts: HistoryDrafts): void => {
  const rows = connection.tuples<[number, number, number, number | null, number | null, string]>(
    `SELECT run.rowid, ${coded('outcome', OUTCOMES)}, ${coded('source', OUTCOME_SOURCES)}, rewrite_share, fallback_used, at
     ${factsOf('outcome')}`,
    slice,
  );
  eachOf(rows, drafts, (draft, run_id, [, outcome, source, share, fallback, at]) => {
    const said = {
      run_id,
      outcome: OUTCOMES[outcome] ?? 'failed',
      source: OUTCOME_SOURCES[source] ?? 'agent',
      at,
      ...(share === null ? {} : { rewrite_share: share }),
      ...(fallback === null ? {} : { fallback_used: fallback === 1 }),
    };
    draft.outcomes = added(draft.outcomes, said);
  });
};

const readInterventions = (connection: Connection, slice: Slice, drafts: HistoryDrafts): void => {
  const rows = connection.tuples<[number, number]>(`SELECT run.rowid, planned ${factsOf('intervention')}`, slice);
  eachOf(rows, drafts, (draft, run_id, [, planned]) => {
    draft.interventions = added(draft.interventions, { run_id, planned: planned === 1 });
  });
};

const readVerdicts = (connection: Connection, slice: Slice, drafts: HistoryDrafts): void => {
  const rows = connection.tuples<[number, string, number, number, string]>(
    `SELECT run.rowid, lesson_id, ${coded('verdict', VERDICTS)}, ${coded('source', OUTCOME_SOURCES)}, at
     ${factsOf('verdict')}`,
    slice,
  );
  eachOf(rows, drafts, (draft, run_id, [, lesson, verdict, source, at]) => {
    draft.verdicts = added(draft.verdicts, {
      run_id,
      lesson_id: drafts.same(lesson),
      verdict: VERDICTS[verdict] ?? 'unused',
      source: OUTCOME_SOURCES[source] ?? 'agent',
      at,
    });
  });
};

const readLoops = (connection: Connection, slice: Slice, drafts: HistoryDrafts): void => {
  const tasks = connection.column<number>(
    `SELECT DISTINCT task.rowid FROM loop JOIN task USING (project_id, task_id) WHERE ${COHORT}`,
    slice,
  );
  for (const task of tasks) drafts.markLooped(task);
};

const readCorrections = (tables: RunTables, slice: Slice, drafts: HistoryDrafts): void => {
  const rows: Correction[] = tables.correction.select(
    `JOIN run USING (project_id, run_id) JOIN task ON task.project_id = run.project_id AND task.task_id = run.task_id
     WHERE ${COHORT} ORDER BY at, correction_id`,
    slice,
  );
  for (const correction of rows) {
    const draft = drafts.ofRunId(correction.run_id ?? '');
    if (draft !== undefined) draft.corrections = added(draft.corrections, correction);
  }
};
