import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { withPatience } from '../../../src/adapters/sqlite/with-patience.ts';

const busy = (): never => {
  throw new Database.SqliteError('locked', 'SQLITE_BUSY');
};

describe('patience with a busy store', () => {
  it('tries again until it is free', async () => {
    let tries = 0;
    const attempt = (): string => {
      tries += 1;
      return tries < 4 ? busy() : 'done';
    };
    expect(await withPatience(attempt)).toBe('done');
    expect(tries).toBe(4);
  });

  it('lets other things happen between two tries', async () => {
    let other = false;
    setImmediate(() => {
      other = true;
    });
    expect(await withPatience(() => (other ? 'free' : busy()))).toBe('free');
  });

  it('ends at the deadline with BUSY', async () => {
    await expect(withPatience(busy, performance.now() - 1)).rejects.toMatchObject({ code: 'BUSY' });
  });

  it('has none with other errors', async () => {
    let tries = 0;
    const attempt = (): never => {
      tries += 1;
      throw new Database.SqliteError('gone', 'SQLITE_IOERR');
    };
    await expect(withPatience(attempt)).rejects.toMatchObject({ code: 'SQLITE_IOERR' });
    expect(tries).toBe(1);
  });
});
