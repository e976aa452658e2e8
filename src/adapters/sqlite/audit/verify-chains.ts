import { timingSafeEqual } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { AuditFinding, AuditHead, AuditReport, RowChange } from '../../../domain/audit.ts';
import type { AuditKey } from './audit-key.ts';
import { compareRows } from './compare-rows.ts';
import { type SealedRow, sealedText } from './sealed-text.ts';

const MOST_FINDINGS = 100;

type ChainRow = SealedRow & { readonly hash: string };

/** What the events of a chain say of its rows: by table and key, the hash after the last write; null: gone. */
export type Expected = Map<string, string | null>;

/** Follows every chain from its first link, then looks at the rows. See `AuditLog.verify`. */
export const verifyChains = (
  database: Database.Database,
  key: AuditKey,
  outside: readonly AuditHead[],
): AuditReport => {
  const projects = database.prepare('SELECT DISTINCT project_id FROM audit_event').pluck().all() as string[];
  const findings: AuditFinding[] = [];
  const heads: AuditHead[] = [];
  const expected = new Map<string, Expected>();
  let events = 0;
  for (const project of projects) {
    const chain = followChain(database, key, project);
    events += chain.events;
    if (chain.head !== null) heads.push(chain.head);
    expected.set(project, chain.expected);
    findings.push(...chain.findings);
  }
  findings.push(...outside.flatMap((head) => missingHead(database, head)));
  const rows = compareRows(database, expected);
  const all = distinct([...findings, ...rows.findings]);
  return { ok: all.length === 0, events, rows: rows.compared, heads, findings: all.slice(0, MOST_FINDINGS) };
};

interface Chain {
  readonly events: number;
  readonly head: AuditHead | null;
  readonly expected: Expected;
  readonly findings: readonly AuditFinding[];
}

/** The first place that does not fit is named; what follows it rests on it, so it is not judged again. */
const followChain = (database: Database.Database, key: AuditKey, project: string): Chain => {
  const rows = database
    .prepare(
      `SELECT project_id AS project, seq, at, actor, role, credential, verb, denied, changes, key_id AS keyId, hash
       FROM audit_event WHERE project_id = ? ORDER BY seq`,
    )
    .iterate(project) as IterableIterator<ChainRow>;
  const expected: Expected = new Map();
  let previous = { seq: 0, hash: '' };
  let broken: AuditFinding | null = null;
  let events = 0;
  for (const row of rows) {
    events += 1;
    const wrong: string | null = broken === null ? whatIsWrong(row, previous, key) : null;
    if (wrong !== null) broken = { project, seq: row.seq, what: wrong };
    for (const [table, rest, hash] of changesOf(row)) expected.set(JSON.stringify([table, rest]), hash);
    previous = { seq: row.seq, hash: row.hash };
  }
  return {
    events,
    head: events === 0 ? null : { project, ...previous },
    expected,
    findings: broken === null ? [] : [broken],
  };
};

const whatIsWrong = (row: ChainRow, previous: { seq: number; hash: string }, key: AuditKey): string | null => {
  if (row.seq !== previous.seq + 1) return `an event is missing: ${previous.seq} is followed by ${row.seq}`;
  if (row.keyId !== key.id) return 'the event was signed with another key than the one beside the store';
  const right = key.seal(previous.hash, sealedText(row));
  return equal(right, row.hash) ? null : 'the event was changed, moved or put in';
};

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const changesOf = ({ changes }: ChainRow): readonly RowChange[] => {
  try {
    return JSON.parse(changes) as RowChange[];
  } catch {
    // A flipped bit; the seal says so.
    return [];
  }
};

const missingHead = (database: Database.Database, { project, seq, hash }: AuditHead): AuditFinding[] => {
  const found = database
    .prepare('SELECT hash FROM audit_event WHERE project_id = ? AND seq = ?')
    .pluck()
    .get(project, seq) as string | undefined;
  if (found === hash) return [];
  const what =
    found === undefined
      ? 'a head that was kept outside is not in the store: the end of the chain was cut off, or an older copy put in its place'
      : 'the chain was rewritten: a head that was kept outside differs';
  return [{ project, seq, what }];
};

const distinct = (findings: readonly AuditFinding[]): AuditFinding[] => [
  ...new Map(findings.map((one) => [JSON.stringify(one), one])).values(),
];
