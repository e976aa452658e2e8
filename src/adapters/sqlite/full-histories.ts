import type { RecallRecord } from '../../domain/recall.ts';
import type { EventWindow, FullTaskHistory } from '../../ports/event-record.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import type { RunTables } from './run-tables.ts';
import { standing } from './standing-facts.ts';

const COHORT = `task.project_id = @project AND task.started_at >= @from AND task.started_at < @to
  AND (@workflow IS NULL OR task.workflow = @workflow)`;
const WITH_TASK = 'JOIN task USING (project_id, task_id)';
const WITH_RUN = `JOIN run USING (project_id, run_id) JOIN task ON task.project_id = run.project_id AND task.task_id = run.task_id`;

/** Tasks with every record of theirs. */
export const fullHistories = (
  connection: Connection,
  tables: RunTables,
  project: string,
  { from, to, workflow }: EventWindow,
): FullTaskHistory[] => {
  const cohort = { project, from, to, workflow: workflow ?? null };
  const tasks = tables.task.select(`WHERE ${COHORT} ORDER BY started_at, task_id`, cohort);
  const runs = tables.run.select(`${WITH_TASK} WHERE ${COHORT} ORDER BY run.started_at, attempt, run_id`, cohort);
  const taskOfRun = new Map(runs.map((run) => [run.run_id, run.task_id]));
  const byTask = <T extends { run_id?: string }>(facts: readonly T[]): Map<string, T[]> =>
    groupBy(facts, (fact) => taskOfRun.get(fact.run_id ?? ''));

  const runsOf = byTask(runs);
  const recallsOf = byTask(recallsIn(tables, cohort));
  const interventionsOf = byTask(
    tables.intervention.select(`${WITH_RUN} WHERE ${COHORT} ORDER BY at, run_id, seq`, cohort),
  );
  const outcomesOf = byTask(tables.outcome.select(`${WITH_RUN} WHERE ${COHORT} ORDER BY at, run_id, seq`, cohort));
  const verdictsOf = byTask(
    tables.verdict.select(`${WITH_RUN} WHERE ${COHORT} AND ${standing('verdict')} ORDER BY at, run_id, seq`, cohort),
  );
  const correctionsOf = byTask(
    tables.correction.select(`${WITH_RUN} WHERE ${COHORT} ORDER BY at, correction_id`, cohort),
  );

  const looped = new Set(
    connection.column<string>(`SELECT DISTINCT task_id FROM loop ${WITH_TASK} WHERE ${COHORT}`, cohort),
  );

  return tasks.map((task) => {
    const own = runsOf.get(task.task_id) ?? [];
    return {
      task,
      runs: own,
      recalls: recallsOf.get(task.task_id) ?? [],
      interventions: interventionsOf.get(task.task_id) ?? [],
      outcomes: outcomesOf.get(task.task_id) ?? [],
      verdicts: verdictsOf.get(task.task_id) ?? [],
      corrections: correctionsOf.get(task.task_id) ?? [],
      looped: looped.has(task.task_id) || own.some((run) => run.looped),
    };
  });
};

type CohortKey = Parameters<RunTables['recall']['select']>[1];

const recallsIn = (tables: RunTables, cohort: CohortKey): RecallRecord[] => {
  const shown = tables.candidate.select(
    `JOIN recall USING (project_id, recall_id) ${WITH_RUN} WHERE ${COHORT} AND (cut IS NULL OR cut = 'holdout') ORDER BY rank, lesson_id`,
    cohort,
  );
  const shownIn = groupBy(shown, (candidate) => candidate.recall_id);
  return tables.recall.select(`${WITH_RUN} WHERE ${COHORT} ORDER BY at, recall_id`, cohort).map((recall) => ({
    ...recall,
    candidates: (shownIn.get(recall.recall_id) ?? []).map(({ recall_id: _, ...candidate }) => candidate),
  }));
};
