import type { Clearance, GuardNotes, KeptFinding } from '../../ports/guard-notes.ts';
import type { Connection } from './connection.ts';
import { RecordTable } from './record-table.ts';

const OWNER = ['project_id', 'lesson_id'];
const OWN = 'WHERE project_id = @project AND lesson_id = @lessonId ORDER BY seq';

export const sqliteGuardNotes = (connection: Connection): GuardNotes => {
  const finding = new RecordTable<KeptFinding>(connection, {
    table: 'guard_finding',
    owner: OWNER,
    numberedBy: OWNER,
    fields: { guard: 'plain', rule: 'plain', field: 'plain', version: 'plain', at: 'plain' },
  });
  const clearance = new RecordTable<Clearance>(connection, {
    table: 'guard_clearance',
    owner: OWNER,
    numberedBy: OWNER,
    fields: { version: 'plain', rules: 'json', by: 'plain', at: 'plain' },
  });
  return {
    keep: async (project, lessonId, findings) => {
      for (const one of findings) finding.add(one, { project_id: project, lesson_id: lessonId });
    },
    clear: async (project, lessonId, one) => clearance.add(one, { project_id: project, lesson_id: lessonId }),
    findingsOf: async (project, lessonId) => finding.select(OWN, { project, lessonId }),
    clearancesOf: async (project, lessonId) => clearance.select(OWN, { project, lessonId }),
  };
};
