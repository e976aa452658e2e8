import type { HeardTurn } from '../../domain/capture/heard-turn.ts';
import type { HeardTurns } from '../../ports/heard-turns.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';

export const sqliteHeardTurns = (connection: Connection): HeardTurns => {
  const table = new RecordTable<HeardTurn>(connection, {
    table: 'heard_turn',
    numberedBy: ['project_id', 'run_id'],
    fields: {
      project: 'plain',
      run_id: 'plain',
      kind: 'plain',
      probability: 'plain',
      quote: 'plain',
      wrong: 'plain',
      right: 'plain',
      at: 'plain',
    },
  });
  return {
    add: async (heard) => table.add(heard),
    ofRun: async (project, runId) =>
      table.select('WHERE project_id = @project AND run_id = @runId ORDER BY at, seq', { project, runId }),
  };
};
