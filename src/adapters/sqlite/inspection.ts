import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoreInspection } from '../../ports/store-inspection.ts';
import type { Connection } from './connection.ts';
import { NEWEST_SCHEMA, schemaVersion } from './migrations/migrate.ts';
import { schemaDifferences } from './schema-differences.ts';

type Facts = Awaited<ReturnType<StoreInspection['facts']>>;

const FOR_OTHERS = 0o077;
const DURABLE = { journal_mode: 'wal', synchronous: '2', foreign_keys: '1' } as const;

/** Looks at the file and at the connection that reads it, set up as the one that writes. */
export const sqliteInspection = (path: string, reader: Connection): StoreInspection => ({
  kind: 'sqlite',
  location: path,
  walBytes: async () => sizeOf(`${path}-wal`),
  facts: async () => {
    const files = [path, `${path}-wal`, `${path}-shm`, `${path}.key`].filter((file) => existsSync(file));
    return {
      schemaVersion: schemaVersion(reader.database),
      newestSchemaVersion: NEWEST_SCHEMA,
      schemaDifferences: differencesOf(reader),
      settings: Object.entries(DURABLE).map(([name, wanted]) => ({
        name,
        value: String(reader.database.pragma(name, { simple: true })),
        wanted,
      })),
      damage: damageOf(reader),
      sizeBytes: sizeOf(path),
      walBytes: sizeOf(`${path}-wal`),
      freeDiskBytes: freeBytes(path),
      ...searchable(reader),
      exposedFiles:
        process.platform === 'win32' ? [] : files.filter((file) => (statSync(file).mode & FOR_OTHERS) !== 0),
    };
  },
});

/** A file too damaged to be asked is named by its damage. */
const differencesOf = (reader: Connection): string[] => {
  try {
    return schemaDifferences(reader.database);
  } catch {
    return [];
  }
};

const damageOf = (reader: Connection): string | null => {
  try {
    const verdict = reader.database.pragma('integrity_check(1)', { simple: true });
    return verdict === 'ok' ? null : 'The file fails its integrity check.';
  } catch {
    return 'The file cannot be read to its end.';
  }
};

const searchable = (reader: Connection): Pick<Facts, 'lessons' | 'lessonsWithVectors'> => {
  try {
    return counted(reader);
  } catch {
    return { lessons: null, lessonsWithVectors: null };
  }
};

const counted = (reader: Connection): Pick<Facts, 'lessons' | 'lessonsWithVectors'> =>
  reader.get<Pick<Facts, 'lessons' | 'lessonsWithVectors'>>(
    `SELECT count(*) AS lessons, count(*) FILTER (WHERE EXISTS (
       SELECT 1 FROM lesson_vector AS own
       WHERE own.project_id = search_doc.project_id AND own.lesson_id = search_doc.lesson_id AND own.kind = 'text'
     )) AS lessonsWithVectors
     FROM search_doc WHERE pool = 'served'`,
    {},
  ) ?? { lessons: 0, lessonsWithVectors: 0 };

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

const freeBytes = (path: string): number | null => {
  try {
    const disk = statfsSync(dirname(path));
    return disk.bavail * disk.bsize;
  } catch {
    return null;
  }
};
