import type { Pool } from '../../ports/lesson-search.ts';
import type { Connection } from './connection.ts';

/** Lengths of the documents of one pool, in terms. */
export interface SearchLengths {
  readonly documents: number;
  readonly averageLength: number;
  readonly shortest: number;
  readonly longest: number;
}

/** A document as it is counted; in no pool it is not. */
interface Counted {
  readonly pool: Pool | null;
  readonly length: number;
}

const ROW = 'WHERE project_id = @project AND pool = @pool AND length = @length';

/** Counts a document as what it became instead of what it was. Inside the transaction that changes it. */
export const recount = (connection: Connection, project: string, before: Counted, after: Counted): void => {
  if (before.pool === after.pool && before.length === after.length) return;
  if (before.pool !== null) {
    connection.run(`DELETE FROM search_length ${ROW} AND documents = 1`, { project, ...before });
    connection.run(`UPDATE search_length SET documents = documents - 1 ${ROW}`, { project, ...before });
  }
  if (after.pool === null) return;
  connection.run(
    `INSERT INTO search_length (project_id, pool, length, documents) VALUES (@project, @pool, @length, 1)
     ON CONFLICT DO UPDATE SET documents = documents + 1`,
    { project, ...after },
  );
};

export const readLengths = (connection: Connection, project: string, pool: Pool): SearchLengths =>
  connection.get<SearchLengths>(
    `SELECT coalesce(sum(documents), 0) AS documents,
       coalesce(1.0 * sum(documents * length) / sum(documents), 0) AS averageLength,
       coalesce(min(length), 0) AS shortest, coalesce(max(length), 0) AS longest
     FROM search_length WHERE project_id = @project AND pool = @pool`,
    { project, pool },
  ) ?? { documents: 0, averageLength: 0, shortest: 0, longest: 0 };
