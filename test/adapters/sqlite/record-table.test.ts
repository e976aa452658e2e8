import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Connection } from '../../../src/adapters/sqlite/connection.ts';
import { RecordTable } from '../../../src/adapters/sqlite/record-table.ts';

interface Note {
  readonly project: string;
  readonly from: string;
  readonly tags: readonly string[];
  readonly done: boolean;
  readonly late?: boolean;
  readonly by?: string;
}

const table = (): { notes: RecordTable<Note>; connection: Connection } => {
  const database = new Database(':memory:');
  database.exec(
    'CREATE TABLE note (project_id TEXT, folder TEXT, seq INTEGER, "from" TEXT, tags TEXT, done INTEGER, late INTEGER, by TEXT)',
  );
  const connection = new Connection(database);
  const notes = new RecordTable<Note>(connection, {
    table: 'note',
    owner: ['folder'],
    numberedBy: ['project_id', 'folder'],
    fields: { project: 'plain', from: 'plain', tags: 'json', done: 'flag', late: 'flag', by: 'plain' },
  });
  return { notes, connection };
};

const note = (change: Partial<Note> = {}): Note => ({
  project: 'p',
  from: 'x',
  tags: ['a', '"b'],
  done: false,
  ...change,
});

describe('a table of records', () => {
  it('gives records back as they were, absent fields absent', () => {
    const { notes } = table();
    const records = [note(), note({ late: false, done: true, by: 'ann', tags: [] })];
    for (const record of records) notes.add(record, { folder: 'f' });
    expect(notes.select('WHERE project_id = @p ORDER BY seq', { p: 'p' })).toEqual(records);
    expect(Object.keys(notes.first('ORDER BY seq', {}) ?? {})).toEqual(['project', 'from', 'tags', 'done']);
    expect(notes.first('WHERE project_id = @p', { p: 'q' })).toBeNull();
  });

  it('keeps fields out that the table does not know', () => {
    const { notes } = table();
    const more: Note & { extra: string } = { ...note(), extra: 'no' };
    notes.add(more, { folder: 'f' });
    expect(notes.first('', {})).toEqual(note());
  });

  it('numbers records within their owner', () => {
    const { notes, connection } = table();
    for (const [project, folder] of [
      ['p', 'f'],
      ['p', 'f'],
      ['p', 'g'],
      ['q', 'f'],
    ] as const) {
      notes.add(note({ project }), { folder });
    }
    expect(
      connection
        .all('SELECT project_id, folder, seq FROM note ORDER BY rowid', {})
        .map((row) => Object.values(row as object)),
    ).toEqual([
      ['p', 'f', 1],
      ['p', 'f', 2],
      ['p', 'g', 1],
      ['q', 'f', 1],
    ]);
  });
});
