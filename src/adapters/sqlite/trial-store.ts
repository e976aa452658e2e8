import { EVERY_WORKFLOW } from '../../domain/holdout/delivery.ts';
import type { Trial, TrialRecord } from '../../domain/trial.ts';
import type { TrialStore } from '../../ports/trial-store.ts';
import type { Connection } from './connection.ts';
import { fromEvent, fromTrial, type TrialTables, toEvent, toTrial, trialTables } from './trial-tables.ts';

export const sqliteTrialStore = (connection: Connection): TrialStore => {
  const tables = trialTables(connection);
  return {
    ...trialReads(connection, tables),
    ...decisionReads(connection, tables),
    ...trialWrites(connection, tables),
  };
};

const NEWEST_FIRST = 'ORDER BY started_at DESC, trial_id DESC';

const trialReads = (connection: Connection, tables: TrialTables) => {
  const withEvents = (trial: Trial): TrialRecord => {
    const { project, trial_id: trialId } = trial;
    const rows = tables.event.select('WHERE project_id = @project AND trial_id = @trialId ORDER BY seq', {
      project,
      trialId,
    });
    return { trial, events: rows.map(toEvent) };
  };
  const trials = (rest: string, parameters: Record<string, string>): TrialRecord[] =>
    connection.snapshot(() => tables.trial.select(rest, parameters).map((row) => withEvents(toTrial(row))));
  return {
    find: async (project, trialId) =>
      trials('WHERE project_id = @project AND trial_id = @trialId', { project, trialId })[0] ?? null,
    list: async (project) => trials(`WHERE project_id = @project ${NEWEST_FIRST}`, { project }),
    latest: async (project, workflow) =>
      trials(`WHERE project_id = @project AND workflow = @workflow ${NEWEST_FIRST} LIMIT 1`, {
        project,
        workflow,
      })[0] ?? null,
  } satisfies Partial<TrialStore>;
};

const decisionReads = (connection: Connection, tables: TrialTables) =>
  ({
    delivery: async (project, workflow) => {
      const key = { project, workflow, every: EVERY_WORKFLOW };
      const which = `WHERE project_id = @project AND workflow IN (@workflow, @every)
        ORDER BY workflow = @workflow DESC, seq DESC LIMIT 1`;
      return connection.snapshot(() => {
        const [found] = tables.delivery.select(which, key);
        const [number] = connection.column<number>(`SELECT seq FROM delivery ${which}`, key);
        return found === undefined || number === undefined ? null : { ...found, number };
      });
    },
    drawnSoFar: async (project, workflow, drawnIn) =>
      connection.column<number>(
        'SELECT count(*) FROM task WHERE project_id = @project AND drawn_in = @drawnIn AND workflow = @workflow',
        { project, workflow, drawnIn },
      )[0] ?? 0,
    drawingKey: async (project) =>
      connection.column<string>('SELECT key FROM drawing_key WHERE project_id = @project', { project })[0] ?? null,
    lockedBaseline: async (project, workflow) =>
      tables.baseline.first('WHERE project_id = @project AND workflow IS @workflow ORDER BY seq DESC', {
        project,
        workflow,
      }),
    gateAnswers: async (project) =>
      new Map(
        tables.gate
          .select('WHERE project_id = @project ORDER BY seq', { project })
          .map((answer) => [answer.gate, answer]),
      ),
  }) satisfies Partial<TrialStore>;

const trialWrites = (connection: Connection, tables: TrialTables) =>
  ({
    add: async (trial) => tables.trial.add(fromTrial(trial)),
    addEvent: async (event) => tables.event.add(fromEvent(event)),
    setDelivery: async (delivery) => tables.delivery.add(delivery),
    keepDrawingKey: async (project, key) => {
      connection.run('INSERT INTO drawing_key (project_id, key) VALUES (@project, @key) ON CONFLICT DO NOTHING', {
        project,
        key,
      });
    },
    lockBaseline: async (baseline) => tables.baseline.add(baseline),
    answerGate: async (answer) => tables.gate.add(answer),
  }) satisfies Partial<TrialStore>;
