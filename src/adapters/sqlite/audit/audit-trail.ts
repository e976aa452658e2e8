import type { AuditHead, RowChange, Signature } from '../../../domain/audit.ts';
import type { Connection } from '../connection.ts';
import type { AuditKey } from './audit-key.ts';
import type { AuditedTable } from './audited-tables.ts';
import { RowJournal } from './row-journal.ts';
import { sealedText } from './sealed-text.ts';
import { tableEntries } from './table-entries.ts';

/** An import is many events, so that none grows without bound. */
const MOST_CHANGES = 500;

/** Appends to the chains what a connection writes, in the same transaction. */
export class AuditTrail {
  readonly #connection: Connection;
  readonly #key: AuditKey;
  readonly #journal: RowJournal;

  constructor(connection: Connection, key: AuditKey) {
    this.#connection = connection;
    this.#key = key;
    this.#journal = new RowJournal(connection.database);
  }

  /** Forgets what a transaction wrote that was undone. */
  discard(): void {
    this.#journal.take();
  }

  /** Signs what was written since the last call. Called inside the transaction, last. @returns the new heads. */
  append(signature: Signature, at: string): AuditHead[] {
    const written = this.#journal.take();
    if ((signature.denied || signature.noted) && written.size === 0) written.set(signature.project, []);
    return this.#appendAll(written, signature, at);
  }

  /** Takes what the tables hold into the chains, as it is. */
  adopt(tables: readonly AuditedTable[], signature: Signature, at: string): void {
    const held = new Map<string, RowChange[]>();
    for (const table of tables) {
      for (const { project, key, hash } of tableEntries(this.#connection.database, table)) {
        const changes = held.get(project) ?? [];
        held.set(project, changes);
        changes.push([table.name, key, hash]);
      }
    }
    this.#appendAll(held, signature, at);
  }

  #appendAll(written: ReadonlyMap<string, readonly RowChange[]>, signature: Signature, at: string): AuditHead[] {
    return [...written].map(([project, changes]) => this.#appendTo(project, changes, signature, at));
  }

  #appendTo(project: string, changes: readonly RowChange[], signature: Signature, at: string): AuditHead {
    let head = this.#connection.get<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM audit_event WHERE project_id = @project ORDER BY seq DESC LIMIT 1',
      { project },
    ) ?? { seq: 0, hash: '' };
    for (let start = 0; start === 0 || start < changes.length; start += MOST_CHANGES) {
      const row = {
        project,
        seq: head.seq + 1,
        at,
        actor: signature.actor,
        role: signature.role,
        credential: signature.credential ?? null,
        verb: signature.verb,
        denied: Number(signature.denied ?? false),
        changes: JSON.stringify(changes.slice(start, start + MOST_CHANGES)),
        keyId: this.#key.id,
      };
      const hash = this.#key.seal(head.hash, sealedText(row));
      this.#connection.run(
        `INSERT INTO audit_event (project_id, seq, at, actor, role, credential, verb, denied, changes, key_id, hash)
         VALUES (@project, @seq, @at, @actor, @role, @credential, @verb, @denied, @changes, @keyId, @hash)`,
        { ...row, hash },
      );
      head = { seq: row.seq, hash };
    }
    return { project, ...head };
  }
}
