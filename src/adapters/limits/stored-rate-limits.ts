import { chmodSync, closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { RateLimiterMemory, RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import { RATE_LIMITS, type RateLimitName } from '../../domain/rate-limit.ts';
import type { RateLimits } from '../../ports/rate-limits.ts';

const TABLE = 'call_count';
/** Another process counts for some microseconds; longer than this something is wrong, and memory counts instead. */
const BUSY_TIMEOUT_MS = 50;

/**
 * Counts in a small file beside the store at `path`. Nothing in it is worth a wait for the disk: a power cut may forget the
 * last counts, a killed process does not. Where the file cannot be used, each process counts for itself.
 */
export const storedRateLimits = (path: string): RateLimits & { close(): void } => {
  const database = openCounts(`${path}.limits`);
  const limiters = new Map<RateLimitName, RateLimiterSQLite | RateLimiterMemory>();
  const limiterOf = (name: RateLimitName): RateLimiterSQLite | RateLimiterMemory => {
    const known = limiters.get(name);
    if (known !== undefined) return known;
    const made = makeLimiter(database, name);
    limiters.set(name, made);
    return made;
  };
  return {
    count: async (name, who) => {
      try {
        await limiterOf(name).consume(who);
        return null;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
        throw refused;
      }
    },
    close: () => database?.close(),
  };
};

const makeLimiter = (
  database: Database.Database | null,
  name: RateLimitName,
): RateLimiterSQLite | RateLimiterMemory => {
  const { calls, seconds } = RATE_LIMITS[name];
  const options = { keyPrefix: name, points: calls, duration: seconds };
  const inMemory = new RateLimiterMemory(options);
  if (database === null) return inMemory;
  return new RateLimiterSQLite({
    ...options,
    storeClient: database,
    storeType: 'better-sqlite3',
    tableName: TABLE,
    tableCreated: true,
    insuranceLimiter: inMemory,
  });
};

/** Null when it cannot be opened. */
const openCounts = (file: string): Database.Database | null => {
  try {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
    const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = OFF');
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${TABLE} (key TEXT PRIMARY KEY, points INTEGER NOT NULL DEFAULT 0, expire INTEGER);
       DELETE FROM ${TABLE} WHERE expire < ${Date.now()}`,
    );
    return database;
  } catch {
    return null;
  }
};
