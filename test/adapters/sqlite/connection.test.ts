import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Connection } from '../../../src/adapters/sqlite/connection.ts';
import { storePath } from '../../support/open-test-store.ts';

const two = (): { reader: Connection; writer: Connection; close: () => void } => {
  const path = storePath();
  const [writer, reader] = [new Database(path), new Database(path)];
  writer.pragma('journal_mode = WAL');
  writer.exec('CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT');
  return {
    reader: new Connection(reader),
    writer: new Connection(writer),
    close: () => {
      reader.close();
      writer.close();
    },
  };
};
const COUNT = 'SELECT count(*) FROM t';
const ADD = 'INSERT INTO t VALUES (@x)';

describe('a connection', () => {
  it('reads rows, single rows and single columns of the same statement', () => {
    const { writer, close } = two();
    expect([writer.run(ADD, { x: 1 }), writer.run(ADD, { x: 2 })]).toEqual([1, 1]);
    const sql = 'SELECT x FROM t ORDER BY x';
    expect(writer.column(sql, {})).toEqual([1, 2]);
    expect(writer.all(sql, {})).toEqual([{ x: 1 }, { x: 2 }]);
    expect(writer.get(sql, {})).toEqual({ x: 1 });
    expect(writer.column(sql, {})).toEqual([1, 2]);
    close();
  });

  it('sees one moment in a snapshot, whatever others commit meanwhile', () => {
    const { reader, writer, close } = two();
    const seen = reader.snapshot(() => {
      const before = reader.column(COUNT, {})[0];
      writer.run(ADD, { x: 1 });
      return [before, reader.column(COUNT, {})[0]];
    });
    expect(seen).toEqual([0, 0]);
    expect(reader.column(COUNT, {})).toEqual([1]);
    close();
  });

  it('throws what a caller can act on', () => {
    const { writer, close } = two();
    writer.run(ADD, { x: 1 });
    expect(() => writer.run(ADD, { x: 1 })).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    close();
  });
});
