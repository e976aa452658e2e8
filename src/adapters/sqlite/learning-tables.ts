import type { Calibration } from '../../domain/learning/calibration.ts';
import type { CastVote } from '../../domain/learning/learning-state.ts';
import type { CitationCheck } from '../../domain/lesson.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';

/** Null is absent in a row. */
type CalibrationRow = Pick<Calibration, 'fitted_at' | 'verdicts'> & {
  readonly project: string;
  readonly threshold?: number;
  readonly curve?: NonNullable<Calibration['curve']>;
};

const OWNER = ['project_id', 'lesson_id'];

/** The tables of what lessons learned and of looks at what they cite. */
export const learningTables = (connection: Connection) => ({
  vote: new RecordTable<CastVote>(connection, {
    table: 'vote',
    owner: OWNER,
    fields: { verdict: 'plain', weight: 'plain', by: 'plain', at: 'plain', version: 'plain' },
  }),
  citationCheck: new RecordTable<CitationCheck>(connection, {
    table: 'citation_check',
    owner: OWNER,
    numberedBy: OWNER,
    fields: { version: 'plain', missing: 'flag', by: 'plain', at: 'plain' },
  }),
  calibration: new RecordTable<CalibrationRow>(connection, {
    table: 'calibration',
    fields: { project: 'plain', fitted_at: 'plain', verdicts: 'plain', threshold: 'plain', curve: 'json' },
  }),
});
