import type { RoutingExample } from '../../domain/routing/routing-example.ts';
import type { RoutingRecord } from '../../domain/routing/routing-record.ts';
import type { WorkflowSet } from '../../domain/workflow.ts';
import type { WorkflowStore } from '../../ports/workflow-store.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';
import { toBlob } from './vector-index.ts';

/** Tasks that speak for a workflow beside the examples of its file; the oldest leave. */
const LEARNED = 60;

interface ExampleRow {
  readonly workflow: string;
  readonly source: RoutingExample['source'];
  readonly text: string;
  readonly vector: Buffer | null;
}

export const sqliteWorkflowStore = (connection: Connection): WorkflowStore => {
  const sets = new RecordTable<WorkflowSet>(connection, {
    table: 'workflow_set',
    fields: { project: 'plain', version: 'plain', workflows: 'json', by: 'plain', at: 'plain' },
  });
  const routings = new RecordTable<RoutingRecord>(connection, {
    table: 'routing',
    fields: {
      project: 'plain',
      task_id: 'plain',
      run_id: 'plain',
      decision: 'plain',
      workflow: 'plain',
      confidence: 'plain',
      named: 'flag',
      at: 'plain',
    },
    numberedBy: ['project_id', 'task_id'],
  });
  const keep = (project: string, { vector, ...example }: RoutingExample, model: string, at: string): void => {
    connection.run(
      `INSERT INTO routing_example (project_id, workflow, text, source, model, vector, at)
       VALUES (@project, @workflow, @text, @source, @model, @vector, @at) ON CONFLICT DO NOTHING`,
      {
        project,
        ...example,
        at,
        model: vector === null ? null : model,
        vector: vector === null ? null : toBlob(vector),
      },
    );
  };
  return {
    current: async (project) => sets.first('WHERE project_id = @project ORDER BY version DESC', { project }),
    version: async (project, version) =>
      sets.first('WHERE project_id = @project AND version = @version', { project, version }),
    examples: async (project, model) => examplesOf(connection, project, model),
    routings: async (project, taskId) =>
      routings.select('WHERE project_id = @project AND task_id = @taskId ORDER BY seq', { project, taskId }),
    openQuestion: async (project, asked) => openQuestion(connection, project, asked),
    apply: async (set, examples, model) => {
      sets.add(set);
      connection.run(`DELETE FROM routing_example WHERE project_id = @project AND source = 'file'`, {
        project: set.project,
      });
      for (const example of examples) keep(set.project, example, model, set.at);
    },
    learn: async (project, example, model, at) => {
      keep(project, example, model, at);
      forgetOldest(connection, project, example.workflow);
    },
    addRouting: async (record) => {
      routings.add(record);
      if (record.workflow === undefined) return;
      connection.run(
        `UPDATE task SET workflow = @workflow
         WHERE project_id = @project AND task_id = @taskId AND arm IS NULL AND workflow <> @workflow`,
        { project: record.project, taskId: record.task_id, workflow: record.workflow },
      );
    },
  };
};

const examplesOf = (connection: Connection, project: string, model: string): RoutingExample[] =>
  connection
    .all<ExampleRow>(
      `SELECT workflow, source, text, CASE WHEN model = @model THEN vector END AS vector FROM routing_example
       WHERE project_id = @project ORDER BY source, at DESC, text`,
      { project, model },
    )
    .map(({ vector, ...row }) => ({
      ...row,
      vector: vector === null ? null : new Float32Array(new Uint8Array(vector).buffer),
    }));

const openQuestion = (
  connection: Connection,
  project: string,
  asked: { principal: string; text: string; since: string },
): { task_id: string; run_id: string } | null =>
  connection.get<{ task_id: string; run_id: string }>(
    `SELECT run.task_id, run.run_id FROM run JOIN routing USING (project_id, run_id)
     WHERE project_id = @project AND run.started_at >= @since AND run.principal = @principal AND run.text = @text
       AND routing.workflow IS NULL
       AND routing.seq = (SELECT max(seq) FROM routing AS newest
                          WHERE newest.project_id = @project AND newest.task_id = routing.task_id)
       AND NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.project_id = @project AND outcome.run_id = run.run_id)
     ORDER BY run.started_at DESC, run.run_id DESC LIMIT 1`,
    { project, ...asked },
  ) ?? null;

const forgetOldest = (connection: Connection, project: string, workflow: string): void => {
  connection.run(
    `DELETE FROM routing_example WHERE project_id = @project AND workflow = @workflow AND source = 'task' AND text NOT IN (
       SELECT text FROM routing_example WHERE project_id = @project AND workflow = @workflow AND source = 'task'
       ORDER BY at DESC, text LIMIT ${LEARNED})`,
    { project, workflow },
  );
};
