import type { LessonLife } from '../../domain/metrics/lesson-life.ts';
import type { RecallRecord } from '../../domain/recall.ts';
import type { EventRecord, EventWindow, TaskHistory } from '../../ports/event-record.ts';
import type { Connection } from './connection.ts';
import { type RunTables, runTables } from './run-tables.ts';

export const sqliteEventRecord = (connection: Connection): EventRecord => {
  const tables = runTables(connection);
  return {
    tasks: async (project, window) => connection.snapshot(() => histories(connection, tables, project, window)),
    looseCorrections: async (project, { from, to }) =>
      tables.correction.select(
        `WHERE project_id = @project AND run_id IS NULL AND at >= @from AND at < @to ORDER BY at, correction_id`,
        { project, from, to },
      ),
    lessonLives: async (project) => connection.snapshot(() => lives(connection, project)),
    firstTaskAt: async (project) =>
      connection.column<string | null>('SELECT min(started_at) FROM task WHERE project_id = @project', {
        project,
      })[0] ?? null,
  };
};

type StepRow = LessonLife['steps'][number] & { lesson_id: string };

const lives = (connection: Connection, project: string): LessonLife[] => {
  const steps = connection.all<StepRow>(
    'SELECT lesson_id, "from", "to", role, at FROM transition WHERE project_id = @project ORDER BY lesson_id, seq',
    { project },
  );
  const confirmations = connection.all<{ lesson_id: string; at: string }>(
    'SELECT lesson_id, at FROM lesson_trigger WHERE project_id = @project ORDER BY lesson_id, seq',
    { project },
  );
  const confirmed = groupBy(confirmations, (one) => one.lesson_id);
  return [...groupBy(steps, (step) => step.lesson_id)].map(([lesson_id, own]) => ({
    lesson_id,
    steps: own.map(({ lesson_id: _, ...step }) => step),
    confirmed: (confirmed.get(lesson_id) ?? []).map(({ at }) => at),
  }));
};

const COHORT = `task.project_id = @project AND task.started_at >= @from AND task.started_at < @to
  AND (@workflow IS NULL OR task.workflow = @workflow)`;
const WITH_TASK = 'JOIN task USING (project_id, task_id)';
const WITH_RUN = `JOIN run USING (project_id, run_id) JOIN task ON task.project_id = run.project_id AND task.task_id = run.task_id`;

const histories = (
  connection: Connection,
  tables: RunTables,
  project: string,
  { from, to, workflow }: EventWindow,
): TaskHistory[] => {
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
  const verdictsOf = byTask(tables.verdict.select(`${WITH_RUN} WHERE ${COHORT} ORDER BY at, run_id, seq`, cohort));
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

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};
