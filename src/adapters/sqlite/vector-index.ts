import { HoneError } from '../../domain/error.ts';
import type { FieldKind } from '../../domain/retrieval/index-entry.ts';
import type { Pool } from '../../ports/lesson-search.ts';
import type { Connection } from './connection.ts';
import type { LessonKey } from './lesson-key.ts';
import { ID_SPACE, partOf } from './text-index.ts';

/** Length of the vectors that the first search table is made for. */
export const DIMENSION = 384;
const MOST_DIMENSIONS = 4_096;
/** Models and pools that one project can have had. */
const PARTS_A_PROJECT = 4096;

interface VectorRow {
  readonly vector_id: number;
  readonly model: string;
  readonly embedding: Buffer;
}

export const toBlob = (vector: Float32Array): Buffer => {
  if (vector.length < 1 || vector.length > MOST_DIMENSIONS) {
    throw new HoneError(
      'STORE_UNAVAILABLE',
      `This store keeps vectors of up to ${MOST_DIMENSIONS} numbers; the model makes others.`,
      'Use the model that ships with Hone, or switch vectors off with HONE_DENSE=off.',
    );
  }
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
};

/** The search table for vectors of a length: a table holds one length only, so models with others have their own. */
export const vectorTable = (dimension: number): string =>
  dimension === DIMENSION ? 'search_vector' : `search_vector_${dimension}`;

const tableFor = (connection: Connection, dimension: number): string => {
  const table = vectorTable(dimension);
  if (dimension !== DIMENSION) {
    connection.database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING vec0(
      vector_id INTEGER PRIMARY KEY, part INTEGER PARTITION KEY,
      embedding FLOAT[${dimension}] distance_metric=cosine, chunk_size=64)`);
  }
  return table;
};

const NUMBER_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** The partition of one project, pool and model; null when nothing ever was in it. */
export const vectorPart = (connection: Connection, project: string, pool: Pool, model: string): number | null =>
  connection.column<number>(
    'SELECT part FROM vector_part WHERE project_id = @project AND pool = @pool AND model = @model',
    { project, pool, model },
  )[0] ?? null;

const makeVectorPart = (connection: Connection, project: string, pool: Pool, model: string): number => {
  const known = vectorPart(connection, project, pool, model);
  if (known !== null) return known;
  connection.run(
    `INSERT INTO vector_part (project_id, pool, model, part)
     VALUES (@project, @pool, @model,
       (SELECT coalesce(max(part), @first) + 1 FROM vector_part WHERE project_id = @project))`,
    { project, pool, model, first: (partOf(connection, project) ?? 0) * PARTS_A_PROJECT },
  );
  return makeVectorPart(connection, project, pool, model);
};

/** Keeps a vector; it is found only when the lesson is in a pool. */
export const addVector = (
  connection: Connection,
  { project, lessonId }: LessonKey,
  pool: Pool | null,
  entry: { kind: FieldKind; slot: number; model: string; vector: Float32Array },
): void => {
  const first = (partOf(connection, project) ?? 0) * ID_SPACE;
  const embedding = toBlob(entry.vector);
  const id = connection.column<number>(
    `INSERT INTO lesson_vector (project_id, vector_id, lesson_id, kind, slot, model, embedding)
     VALUES (@project, (SELECT coalesce(max(vector_id), @first) + 1 FROM lesson_vector WHERE project_id = @project),
       @lessonId, @kind, @slot, @model, @embedding)
     RETURNING vector_id`,
    { project, lessonId, first, kind: entry.kind, slot: entry.slot, model: entry.model, embedding },
  )[0];
  if (id !== undefined && pool !== null) {
    place(connection, project, pool, { vector_id: id, model: entry.model, embedding });
  }
};

/** Forgets the vectors of one kind whose slot is at most `upTo`. */
export const dropVectors = (
  connection: Connection,
  { project, lessonId }: LessonKey,
  kind: FieldKind,
  upTo = Number.MAX_SAFE_INTEGER,
): void => {
  const condition = 'project_id = @project AND lesson_id = @lessonId AND kind = @kind AND slot <= @upTo';
  const parameters = { project, lessonId, kind, upTo };
  const rows = connection.all<VectorRow>(
    `SELECT vector_id, model, embedding FROM lesson_vector WHERE ${condition}`,
    parameters,
  );
  for (const row of rows) displace(connection, row);
  connection.run(`DELETE FROM lesson_vector WHERE ${condition}`, parameters);
};

/** Takes a lesson's vectors from wherever they are found into `pool`, or out of all. */
export const moveVectors = (connection: Connection, { project, lessonId }: LessonKey, pool: Pool | null): void => {
  const rows = connection.all<VectorRow>(
    `SELECT vector_id, model, embedding FROM lesson_vector WHERE project_id = @project AND lesson_id = @lessonId`,
    { project, lessonId },
  );
  for (const row of rows) {
    displace(connection, row);
    if (pool !== null) place(connection, project, pool, row);
  }
};

const place = (connection: Connection, project: string, pool: Pool, row: VectorRow): void => {
  const part = makeVectorPart(connection, project, pool, row.model);
  const table = tableFor(connection, row.embedding.byteLength / NUMBER_BYTES);
  connection.run(`INSERT INTO ${table} (vector_id, part, embedding) VALUES (@id, @part, @embedding)`, {
    id: BigInt(row.vector_id),
    part: BigInt(part),
    embedding: row.embedding,
  });
};

const displace = (connection: Connection, row: Pick<VectorRow, 'vector_id' | 'embedding'>): void => {
  const table = tableFor(connection, row.embedding.byteLength / NUMBER_BYTES);
  connection.run(`DELETE FROM ${table} WHERE vector_id = @id`, { id: BigInt(row.vector_id) });
};
