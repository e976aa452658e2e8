import type { Correction } from '../../domain/intervention.ts';
import type { TaskHistory } from '../../domain/metrics/task-history.ts';
import type { EventWindow } from '../../ports/event-record.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import { type Facts, NO_FACTS, PackedFacts } from './packed-facts.ts';
import type { RunTables } from './run-tables.ts';

interface Source {
  readonly connection: Connection;
  readonly tables: RunTables;
}
type Cohort = Record<'project' | 'from' | 'to', string> & { readonly workflow: string | null };

const COHORT = `task.project_id = @project AND task.started_at >= @from AND task.started_at < @to
  AND (@workflow IS NULL OR task.workflow = @workflow)`;
/** One row a run, task by task; runs of a task come as their index has them, so that nothing is sorted. */
const RUNS = `SELECT task.task_id, task.workflow, task.started_at, task.arm, task.drawn_in,
    run.run_id, run.started_at, run.looped, ${PackedFacts.COLUMNS}
  FROM task LEFT JOIN run ON run.project_id = task.project_id AND run.task_id = task.task_id
  WHERE ${COHORT}
  ORDER BY task.started_at, task.task_id`;

type Row = [
  task_id: string,
  workflow: string,
  started_at: string,
  arm: 'memory' | 'holdout' | null,
  drawn_in: string | null,
  run_id: string | null,
  run_started_at: string | null,
  looped: number | null,
  ...facts: (string | null)[],
];

type Draft = { -readonly [Field in keyof TaskHistory]: TaskHistory[Field] };

/** Facts of one run lie in order; those of a task with several runs may not. */
const joined = <T extends { readonly at: string }>(earlier: readonly T[], later: readonly T[]): readonly T[] => {
  if (later.length === 0) return earlier;
  if (earlier.length === 0 && later.length === 1) return later;
  return [...earlier, ...later].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
};

/** Visits the tasks of a cohort, by start, each with what metrics count of it; none is kept here. */
export const eachHistory = (
  { connection, tables }: Source,
  project: string,
  { from, to, workflow }: EventWindow,
  visit: (history: TaskHistory) => void,
): void => {
  const cohort: Cohort = { project, from, to, workflow: workflow ?? null };
  const corrections = correctionsIn(tables, cohort);
  const looped = loopedIn(connection, cohort);
  const packed = new PackedFacts();
  let draft: Draft | null = null;
  connection.eachTuple<Row>(RUNS, cohort, (row) => {
    const [task_id, , started_at, , , run_id, run_started_at, run_looped, ...facts] = row;
    if (draft?.task.task_id !== task_id) {
      if (draft !== null) visit(draft);
      draft = begun(row, packed, looped.has(task_id));
    }
    if (run_id === null) return;
    add(draft, { run_id, started_at: run_started_at ?? started_at }, packed.unpack(run_id, facts));
    draft.looped ||= run_looped === 1;
    draft.corrections = joined(draft.corrections, corrections.get(run_id) ?? []);
  });
  if (draft !== null) visit(draft);
};

const begun = ([task_id, workflow, started_at, arm, drawn_in]: Row, packed: PackedFacts, looped: boolean): Draft => {
  const drawn = drawn_in === null ? {} : { drawn_in: packed.same(drawn_in) };
  const task = { task_id, workflow: packed.same(workflow), started_at, ...(arm === null ? {} : { arm, ...drawn }) };
  return { task, runs: [], ...NO_FACTS, corrections: [], looped };
};

const add = (draft: Draft, run: TaskHistory['runs'][number], facts: Facts): void => {
  draft.runs = draft.runs.length === 0 ? [run] : [...draft.runs, run];
  draft.recalls = joined(draft.recalls, facts.recalls);
  draft.outcomes = joined(draft.outcomes, facts.outcomes);
  draft.verdicts = joined(draft.verdicts, facts.verdicts);
  if (facts.interventions.length > 0) draft.interventions = [...draft.interventions, ...facts.interventions];
};

/** There are few of them, with texts: they are read apart. */
const correctionsIn = (tables: RunTables, cohort: Cohort): Map<string, Correction[]> =>
  groupBy(
    tables.correction.select(
      `CROSS JOIN run ON run.project_id = correction.project_id AND run.run_id = correction.run_id
       CROSS JOIN task ON task.project_id = run.project_id AND task.task_id = run.task_id
       WHERE correction.project_id = @project AND ${COHORT} ORDER BY correction.at, correction_id`,
      cohort,
    ),
    (correction) => correction.run_id,
  );

const loopedIn = (connection: Connection, cohort: Cohort): Set<string> =>
  new Set(
    connection.column<string>(
      `SELECT task.task_id FROM loop CROSS JOIN task ON task.project_id = loop.project_id AND task.task_id = loop.task_id
       WHERE loop.project_id = @project AND ${COHORT}`,
      cohort,
    ),
  );
