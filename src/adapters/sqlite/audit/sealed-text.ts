export interface SealedRow {
  readonly project: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly credential: string | null;
  readonly verb: string;
  readonly denied: number;
  readonly changes: string;
  readonly keyId: string;
}

/** The one text of an event over which its hash is made. */
export const sealedText = (row: SealedRow): string =>
  JSON.stringify([
    row.project,
    row.seq,
    row.at,
    row.actor,
    row.role,
    row.credential,
    row.verb,
    row.denied,
    row.changes,
    row.keyId,
  ]);
