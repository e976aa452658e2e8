import type { RunStore } from '../../ports/run-store.ts';
import type { Connection } from './connection.ts';
import type { RunTables } from './run-tables.ts';

type RunWrites = Pick<
  RunStore,
  | 'addTask'
  | 'addRun'
  | 'addRecall'
  | 'addCorrection'
  | 'addIntervention'
  | 'addOutcome'
  | 'addVerdict'
  | 'addCheckpoint'
  | 'answerCheckpoint'
  | 'attestCheckpoint'
>;

/** The half of the run store that writes. */
export const runWrites = (connection: Connection, tables: RunTables): RunWrites => ({
  addTask: async (task) => tables.task.add(task),
  addRun: async (run) => tables.run.add(run),
  addRecall: async ({ candidates, ...recall }) => {
    tables.recall.add(recall);
    for (const candidate of candidates) {
      tables.candidate.add({ ...candidate, recall_id: recall.recall_id }, { project_id: recall.project });
    }
  },
  addCorrection: async (correction) => tables.correction.add(correction),
  addIntervention: async (intervention) => tables.intervention.add(intervention),
  addOutcome: async (outcome) => tables.outcome.add(outcome),
  addVerdict: async (verdict) => tables.verdict.add(verdict),
  addCheckpoint: async (checkpoint) => tables.checkpoint.add(checkpoint),
  answerCheckpoint: async (project, checkpointId, { answer, by, at }) =>
    connection.run(
      `UPDATE checkpoint SET answer = @answer, answered_by = @by, answered_at = @at
       WHERE project_id = @project AND checkpoint_id = @checkpointId AND answer IS NULL`,
      { project, checkpointId, answer, by, at },
    ) > 0,
  attestCheckpoint: async (project, checkpointId, attested) =>
    connection.run(
      `UPDATE checkpoint SET attested = @attested
       WHERE project_id = @project AND checkpoint_id = @checkpointId AND attested IS NULL`,
      { project, checkpointId, attested: JSON.stringify(attested) },
    ) > 0,
});
