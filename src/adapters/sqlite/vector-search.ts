import type { FieldKind, FieldSimilarity } from '../../domain/retrieval/index-entry.ts';
import type { LessonSearch } from '../../ports/lesson-search.ts';
import type { Connection } from './connection.ts';
import { toBlob, vectorPart, vectorTable } from './vector-index.ts';

/** The most neighbours that one query of the vector table may ask for. */
const MOST_NEIGHBOURS = 4096;
/** A lesson has several vectors, all of which can be near: so many more than lessons are asked for at first. */
const VECTORS_A_LESSON = 4;

interface Neighbour {
  readonly lesson_id: string;
  readonly distance: number;
}

type VectorSearch = Pick<LessonSearch, 'dense' | 'similarities'>;

/** Exact search: every vector of one project, pool and model is compared, none of any other. */
export const vectorSearch = (connection: Connection): VectorSearch => ({
  dense: async (project, pool, model, vector, limit) =>
    connection.snapshot(() => {
      const part = vectorPart(connection, project, pool, model);
      if (part === null || limit < 1) return [];
      const embedding = toBlob(vector);
      for (let count = Math.min(limit * VECTORS_A_LESSON, MOST_NEIGHBOURS); ; count *= VECTORS_A_LESSON) {
        const wanted = Math.min(count, MOST_NEIGHBOURS);
        const near = neighbours(connection, project, part, embedding, wanted);
        const lessons = nearestLessons(near);
        const all = near.length < wanted || wanted === MOST_NEIGHBOURS;
        if (all || isSettled(lessons, near, limit)) return lessons.slice(0, limit).map(({ lesson_id }) => lesson_id);
      }
    }),
  similarities: async (project, model, lessonIds, vectors) => {
    const rows = connection.all<{ lesson_id: string; kind: FieldKind | null; embedding: Buffer | null }>(
      `SELECT lesson.lesson_id, kind, embedding
       FROM lesson LEFT JOIN lesson_vector ON lesson_vector.project_id = lesson.project_id
         AND lesson_vector.lesson_id = lesson.lesson_id AND model = @model
       WHERE lesson.project_id = @project AND lesson.lesson_id IN (SELECT value FROM json_each(@ids))`,
      { project, model, ids: JSON.stringify(lessonIds) },
    );
    const found = new Map<string, FieldSimilarity[]>();
    for (const { lesson_id, kind, embedding } of rows) {
      const known = found.get(lesson_id) ?? vectors.map(() => ({ text: null, example: null, trigger: null }));
      const stored = embedding === null ? null : toVector(embedding);
      const better = vectors.map((vector, index) => {
        const best = known[index] ?? { text: null, example: null, trigger: null };
        if (kind === null || stored === null) return best;
        return { ...best, [kind]: Math.max(best[kind] ?? -1, cosine(vector, stored)) };
      });
      found.set(lesson_id, better);
    }
    return found;
  },
});

const neighbours = (
  connection: Connection,
  project: string,
  part: number,
  embedding: Buffer,
  count: number,
): Neighbour[] =>
  connection.all<Neighbour>(
    `SELECT lesson_id, distance
     FROM (SELECT vector_id, distance FROM ${vectorTable(embedding.byteLength / Float32Array.BYTES_PER_ELEMENT)}
           WHERE embedding MATCH @embedding AND k = @count AND part = @part)
     JOIN lesson_vector USING (vector_id) WHERE project_id = @project`,
    { project, part: BigInt(part), embedding, count: BigInt(count) },
  );

/** Each lesson once, by its nearest vector; equals by id. */
const nearestLessons = (near: readonly Neighbour[]): Neighbour[] => {
  const best = new Map<string, Neighbour>();
  for (const one of near) {
    const known = best.get(one.lesson_id);
    if (known === undefined || one.distance < known.distance) best.set(one.lesson_id, one);
  }
  return [...best.values()].sort((a, b) => a.distance - b.distance || (a.lesson_id < b.lesson_id ? -1 : 1));
};

/** True when no vector that was not asked for could still change the first `limit`: not even as an equal. */
const isSettled = (lessons: readonly Neighbour[], near: readonly Neighbour[], limit: number): boolean => {
  const last = lessons[limit - 1];
  return last !== undefined && near.some(({ distance }) => distance > last.distance);
};

const toVector = (blob: Buffer): Float32Array =>
  new Float32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength));

/** Both are unit vectors. */
const cosine = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
};
