import Database from 'better-sqlite3';

/** What the file itself holds, read past the product. */
export interface Stored {
  readonly runs: ReadonlySet<string>;
  /** How often each text of `wrong` is stored, by that text. */
  readonly timesStored: ReadonlyMap<string, number>;
  readonly corrections: ReadonlySet<string>;
  readonly sound: boolean;
}

export const storedCorrections = (store: string): Stored => {
  const database = new Database(store, { readonly: true });
  try {
    const rows = database.prepare('SELECT correction_id, wrong FROM correction').all() as {
      correction_id: string;
      wrong: string;
    }[];
    const timesStored = new Map<string, number>();
    for (const { wrong } of rows) timesStored.set(wrong, (timesStored.get(wrong) ?? 0) + 1);
    return {
      runs: new Set(database.prepare('SELECT run_id FROM run').pluck().all() as string[]),
      timesStored,
      corrections: new Set(rows.map((row) => row.correction_id)),
      sound: database.pragma('quick_check', { simple: true }) === 'ok',
    };
  } finally {
    database.close();
  }
};
