import Database from 'better-sqlite3';
import { load as loadVectorSearch } from 'sqlite-vec';
import { migrate } from './migrations/migrate.ts';

interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** Made and kept by the search engines for themselves. */
const INNER = /^(?:sqlite_|search_text_|search_vector_)/u;

const objectsOf = (database: Database.Database): Map<string, string> => {
  const all = database.prepare('SELECT type, name, sql FROM main.sqlite_schema').all() as SchemaObject[];
  return new Map(
    all.filter(({ name }) => !INNER.test(name)).map(({ type, name, sql }) => [`${type} ${name}`, sql ?? '']),
  );
};

/** What the schema has that no migration made, lacks, or has otherwise: a foreign trigger could change what Hone writes. */
export const schemaDifferences = (database: Database.Database): string[] => {
  const made = new Database(':memory:');
  try {
    loadVectorSearch(made);
    migrate(made, '');
    const [wanted, found] = [objectsOf(made), objectsOf(database)];
    const foreign = [...found].filter(([name, sql]) => wanted.get(name) !== sql).map(([name]) => name);
    return [...foreign, ...[...wanted.keys()].filter((name) => !found.has(name))].sort();
  } finally {
    made.close();
  }
};
