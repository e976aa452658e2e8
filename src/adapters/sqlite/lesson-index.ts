import type { IndexEntry, TriggerEntry } from '../../domain/retrieval/index-entry.ts';
import type { Pool } from '../../ports/lesson-search.ts';
import type { Connection } from './connection.ts';
import type { LessonKey } from './lesson-key.ts';
import { addDocument, changeDocument, INDEXED_TRIGGERS, readDocument } from './text-index.ts';
import { addVector, dropVectors, moveVectors } from './vector-index.ts';

/** The first index of a new lesson. */
export const indexLesson = (
  connection: Connection,
  key: LessonKey,
  pool: Pool | null,
  index: IndexEntry,
  paths: readonly string[],
): void => {
  addDocument(connection, key, paths);
  changeDocument(connection, key, { pool, text: index.text, example: index.example });
  addOwnVectors(connection, key, pool, index);
};

/** New words of a lesson. Its triggers stay as they are unless they come with it, newest last. */
export const reindexLesson = (
  connection: Connection,
  key: LessonKey,
  index: IndexEntry,
  triggers?: readonly TriggerEntry[],
): void => {
  const pool = readDocument(connection, key)?.pool ?? null;
  const newest = triggers?.slice(-INDEXED_TRIGGERS);
  changeDocument(connection, key, {
    text: index.text,
    example: index.example,
    ...(newest === undefined ? {} : { trigger: newest.map(({ terms }) => terms) }),
  });
  dropVectors(connection, key, 'text');
  dropVectors(connection, key, 'example');
  addOwnVectors(connection, key, pool, index);
  if (newest === undefined) return;
  dropVectors(connection, key, 'trigger');
  const first = lastTrigger(connection, key) - newest.length + 1;
  for (const [place, { vector }] of newest.entries()) {
    if (vector === null || index.model === null) continue;
    addVector(connection, key, pool, { kind: 'trigger', slot: first + place, model: index.model, vector });
  }
};

/** Indexes the trigger just added. */
export const indexTrigger = (connection: Connection, key: LessonKey, { terms, vector, model }: TriggerEntry): void => {
  const document = readDocument(connection, key);
  if (document === null) return;
  const slot = lastTrigger(connection, key);
  changeDocument(connection, key, { trigger: [...document.trigger, terms].slice(-INDEXED_TRIGGERS) });
  dropVectors(connection, key, 'trigger', slot - INDEXED_TRIGGERS);
  const made = model ?? modelOf(connection, key);
  if (vector !== null && made !== null) {
    addVector(connection, key, document.pool, { kind: 'trigger', slot, model: made, vector });
  }
};

/** Searches the lesson by so many of its newest triggers only. */
export const keepNewestTriggers = (connection: Connection, key: LessonKey, count: number): void => {
  const document = readDocument(connection, key);
  if (document === null || document.trigger.length <= count) return;
  changeDocument(connection, key, { trigger: count === 0 ? [] : document.trigger.slice(-count) });
  dropVectors(connection, key, 'trigger', lastTrigger(connection, key) - count);
};

/** Makes the lesson found in another pool, or in none. */
export const setLessonPool = (connection: Connection, key: LessonKey, pool: Pool | null): void => {
  if (readDocument(connection, key)?.pool === pool) return;
  changeDocument(connection, key, { pool });
  moveVectors(connection, key, pool);
};

const addOwnVectors = (connection: Connection, key: LessonKey, pool: Pool | null, index: IndexEntry): void => {
  const { model } = index;
  if (model === null) return;
  for (const [slot, { kind, vector }] of index.vectors.entries()) {
    if (kind !== 'trigger') addVector(connection, key, pool, { kind, slot, model, vector });
  }
};

const lastTrigger = (connection: Connection, { project, lessonId }: LessonKey): number =>
  connection.column<number>(
    'SELECT coalesce(max(seq), 0) FROM lesson_trigger WHERE project_id = @project AND lesson_id = @lessonId',
    { project, lessonId },
  )[0] ?? 0;

/** The model that the lesson's own vectors were made with. */
const modelOf = (connection: Connection, { project, lessonId }: LessonKey): string | null =>
  connection.column<string>(
    `SELECT model FROM lesson_vector WHERE project_id = @project AND lesson_id = @lessonId AND kind = 'text' LIMIT 1`,
    { project, lessonId },
  )[0] ?? null;
