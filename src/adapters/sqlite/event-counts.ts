import { EXPORTED_METRICS } from '../../domain/telemetry/exported-metrics.ts';
import { histogramFamily, type SampleName, sampleFamily } from '../../domain/telemetry/family.ts';
import type { Distribution, MetricFamily } from '../../domain/telemetry/metric-family.ts';
import type { EventCounts } from '../../ports/event-counts.ts';
import type { Connection } from './connection.ts';

type Row = Record<string, string | number | null>;

/** Of which projects: a JSON list, or null for all. */
const SEEN = '(@projects IS NULL OR project_id IN (SELECT value FROM json_each(@projects)))';
const ARM = "coalesce(arm, 'none') AS arm";

/** For each metric a query of its labels and its `value`. */
const COUNTS: Readonly<Partial<Record<SampleName, string>>> = {
  hone_tasks_started_total: `SELECT project_id AS project, workflow, ${ARM}, count(*) AS value FROM task WHERE ${SEEN}
    GROUP BY project_id, workflow, arm`,
  hone_tasks_closed_total: `SELECT project_id AS project, workflow, ${ARM}, outcome, source, count(*) AS value
    FROM (SELECT project_id, task_id, source, outcome, min(at) FROM outcome WHERE ${SEEN} GROUP BY project_id, task_id, source)
    JOIN task USING (project_id, task_id) GROUP BY project_id, workflow, arm, outcome, source`,
  hone_runs_total: `SELECT project_id AS project, workflow, count(*) AS value FROM run JOIN task USING (project_id, task_id)
    WHERE ${SEEN} GROUP BY project_id, workflow`,
  hone_interventions_total: `SELECT kind, iif(planned = 1, 'true', 'false') AS planned, count(*) AS value FROM intervention
    WHERE ${SEEN} GROUP BY kind, planned`,
  hone_recalls_total: `SELECT path, decision, count(*) AS value FROM recall WHERE ${SEEN} GROUP BY path, decision`,
  hone_loops_total: `SELECT pattern, action, count(*) AS value FROM loop WHERE ${SEEN} GROUP BY pattern, action`,
  hone_corrections_total: `SELECT iif("match" = 'novel', 'novel', coalesce(repeat_why, 'missed')) AS "match", count(*) AS value
    FROM correction WHERE ${SEEN} GROUP BY 1`,
  hone_lesson_transitions_total: `SELECT coalesce("from", 'none') AS "from", "to", role, count(*) AS value FROM transition
    WHERE ${SEEN} GROUP BY "from", "to", role`,
  hone_lessons: `SELECT state, count(*) AS value FROM lesson WHERE ${SEEN} GROUP BY state`,
  hone_review_oldest_age_seconds: `SELECT coalesce(max(0, unixepoch(@now) - unixepoch(min(updated_at))), 0) AS value FROM lesson
    WHERE state IN ('proposed', 'disputed', 'quarantined') AND ${SEEN}`,
};

const { bounds } = EXPORTED_METRICS.hone_task_resolution_seconds;
const RESOLUTION = `SELECT workflow, ${ARM}, outcome, count(*) AS "count", sum(seconds) AS "sum",
    ${bounds.map((bound) => `sum(seconds <= ${bound}) AS "${bound}"`).join(', ')}
  FROM (SELECT workflow, arm, outcome, max(0, (julianday(first_at) - julianday(started_at)) * 86400) AS seconds
    FROM (SELECT project_id, task_id, outcome, min(at) AS first_at FROM outcome WHERE source <> 'agent' AND ${SEEN}
      GROUP BY project_id, task_id)
    JOIN task USING (project_id, task_id))
  GROUP BY workflow, arm, outcome`;

const labelsOf = (row: Row, values: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !values.includes(name))
      .map(([name, value]) => [name, String(value)]),
  );

export const sqliteEventCounts = (connection: Connection): EventCounts => ({
  families: async (projects, now) =>
    connection.snapshot(() => {
      const seen = { projects: projects === '*' ? null : JSON.stringify(projects), now };
      const families: MetricFamily[] = Object.entries(COUNTS).map(([name, sql]) => {
        const rows = connection.all<Row>(sql, parametersOf(sql, seen));
        const samples = rows.map((row) => ({ labels: labelsOf(row, ['value']), value: Number(row.value) }));
        return sampleFamily(name as SampleName, samples);
      });
      const rows = connection.all<Row>(RESOLUTION, parametersOf(RESOLUTION, seen));
      return [...families, histogramFamily('hone_task_resolution_seconds', rows.map(distribution))];
    }),
});

/** The driver refuses a parameter that the statement does not have. */
const parametersOf = (sql: string, { projects, now }: { projects: string | null; now: string }) =>
  sql.includes('@now') ? { projects, now } : { projects };

const distribution = (row: Row): Distribution => ({
  labels: labelsOf(row, ['count', 'sum', ...bounds.map(String)]),
  atMost: bounds.map((bound) => Number(row[String(bound)])),
  sum: Number(row.sum),
  count: Number(row.count),
});
