import type { AuditEvent, AuditHead } from '../../../domain/audit.ts';
import type { AuditFilter, AuditLog } from '../../../ports/audit-log.ts';
import type { Connection } from '../connection.ts';
import type { AuditKey } from './audit-key.ts';
import { readHeads } from './head-file.ts';
import { lastVerified, noteVerified } from './verified-file.ts';
import { verifyChains } from './verify-chains.ts';

interface EventRow extends Omit<AuditEvent, 'changes' | 'denied' | 'credential'> {
  readonly credential: string | null;
  readonly denied: number;
  readonly changes: string;
}

const MATCHES = `project_id = @project AND (@by IS NULL OR credential = @by OR actor = @by)
  AND at >= @from AND at < @to`;

export const sqliteAuditLog = (connection: Connection, path: string, key: AuditKey, now: () => string): AuditLog => ({
  events: async (project, filter) => {
    const sought = parametersOf(project, filter);
    const rows = connection.all<EventRow>(
      `SELECT project_id AS project, seq, at, actor, role, credential, verb, denied, changes, hash
       FROM audit_event WHERE ${MATCHES} ORDER BY seq DESC LIMIT @limit`,
      { ...sought, limit: filter.limit ?? -1 },
    );
    const [total = 0] = connection.column<number>(`SELECT count(*) FROM audit_event WHERE ${MATCHES}`, sought);
    return { items: rows.reverse().map(toEvent), total };
  },
  heads: async () => headsOf(connection),
  verify: async (outside) => {
    const heads = [...outside, ...readHeads(path)];
    const report = connection.snapshot(() => verifyChains(connection.database, key, heads));
    if (report.ok) noteVerified(path, now());
    return report;
  },
  verifiedAt: async () => lastVerified(path),
});

export const headsOf = (connection: Connection): AuditHead[] =>
  connection.all<AuditHead>(
    `SELECT project_id AS project, seq, hash FROM audit_event AS head
     WHERE seq = (SELECT max(seq) FROM audit_event WHERE project_id = head.project_id) ORDER BY project_id`,
    {},
  );

export const hashAt = (connection: Connection, project: string, seq: number): string | null =>
  connection.column<string>('SELECT hash FROM audit_event WHERE project_id = @project AND seq = @seq', {
    project,
    seq,
  })[0] ?? null;

const BEGINNING = '';
const END = '9999';

const parametersOf = (project: string, { by, from, to }: AuditFilter) => ({
  project,
  by: by ?? null,
  from: from ?? BEGINNING,
  to: to ?? END,
});

const toEvent = ({ credential, denied, changes, ...row }: EventRow): AuditEvent => ({
  ...row,
  ...(credential === null ? {} : { credential }),
  denied: denied === 1,
  changes: JSON.parse(changes),
});
