import { HoneError } from '../../domain/error.ts';
import type { FieldKind } from '../../domain/retrieval/index-entry.ts';
import type { Pool } from '../../ports/lesson-search.ts';
import type { Connection } from './connection.ts';
import type { LessonKey } from './lesson-key.ts';
import { ID_SPACE, partOf } from './text-index.ts';

/** Length of the vectors that the search table is made for. */
export const DIMENSION = 384;
/** Models and pools that one project can have had. */
const PARTS_A_PROJECT = 4096;

interface VectorRow {
  readonly vector_id: number;
  readonly model: string;
  readonly embedding: Buffer;
}

export const toBlob = (vector: Float32Array): Buffer => {
  if (vector.length !== DIMENSION) {
    throw new HoneError(
      'STORE_UNAVAILABLE',
      `This store keeps vectors of ${DIMENSION} numbers; the model makes others.`,
      'Use the model that ships with Hone, or switch vectors off with HONE_DENSE=off.',
    );
  }
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
};

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
  const ids = connection.column<number>(`SELECT vector_id FROM lesson_vector WHERE ${condition}`, parameters);
  for (const id of ids) displace(connection, id);
  connection.run(`DELETE FROM lesson_vector WHERE ${condition}`, parameters);
};

/** Takes a lesson's vectors from wherever they are found into `pool`, or out of all. */
export const moveVectors = (connection: Connection, { project, lessonId }: LessonKey, pool: Pool | null): void => {
  const rows = connection.all<VectorRow>(
    `SELECT vector_id, model, embedding FROM lesson_vector WHERE project_id = @project AND lesson_id = @lessonId`,
    { project, lessonId },
  );
  for (const row of rows) {
    displace(connection, row.vector_id);
    if (pool !== null) place(connection, project, pool, row);
  }
};

const place = (connection: Connection, project: string, pool: Pool, row: VectorRow): void => {
  const part = makeVectorPart(connection, project, pool, row.model);
  connection.run('INSERT INTO search_vector (vector_id, part, embedding) VALUES (@id, @part, @embedding)', {
    id: BigInt(row.vector_id),
    part: BigInt(part),
    embedding: row.embedding,
  });
};

const displace = (connection: Connection, vectorId: number): void => {
  connection.run('DELETE FROM search_vector WHERE vector_id = @id', { id: BigInt(vectorId) });
};
