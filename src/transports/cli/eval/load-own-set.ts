import { join } from 'node:path';
import { HoneError } from '../../../domain/error.ts';
import type { EvalLesson, EvalQuery, EvalSet } from '../../../domain/evaluation/evaluation-set.ts';
import { readLines } from './read-lines.ts';

const EXAMPLE =
  'lessons.jsonl: {"id":"a","when":"…","rule":"…"}; queries.jsonl: {"text":"…","relevant":["a"]}. Optional: examples, paths, at; aspects, paths, at.';

type Row = Record<string, unknown>;

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const text = (row: Row, field: string, place: string): string => {
  const value = row[field];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new HoneError('INVALID_INPUT', `${place} has no text in "${field}".`, EXAMPLE);
};

const seconds = (value: unknown, otherwise: number): number => {
  const parsed = typeof value === 'string' ? Date.parse(value) / 1_000 : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : otherwise;
};

const toLesson = (row: Row, i: number): EvalLesson => {
  const place = `Line ${i + 1} of lessons.jsonl`;
  return {
    id: text(row, 'id', place),
    when: text(row, 'when', place),
    rule: text(row, 'rule', place),
    examples: texts(row.examples),
    paths: texts(row.paths),
    at: seconds(row.at, 0),
  };
};

const toQuery = (row: Row, i: number): EvalQuery => ({
  id: String(i),
  text: text(row, 'text', `Line ${i + 1} of queries.jsonl`),
  aspects: texts(row.aspects),
  paths: texts(row.paths),
  at: seconds(row.at, 1),
  relevant: new Set(texts(row.relevant)),
  group: String(i),
});

/**
 * A team's own lessons and questions: `lessons.jsonl` and `queries.jsonl` directly in the folder.
 *
 * @throws HoneError INVALID_INPUT for a line without what it needs.
 */
export const loadOwnSet = (folder: string): EvalSet => {
  const lessons = readLines<Row>(join(folder, 'lessons.jsonl')).map(toLesson);
  const known = new Set(lessons.map(({ id }) => id));
  if (known.size < lessons.length) throw new HoneError('INVALID_INPUT', 'Two lessons have the same id.', EXAMPLE);
  const queries = readLines<Row>(join(folder, 'queries.jsonl')).map(toQuery);
  const lost = queries.findIndex(({ relevant }) => [...relevant].some((id) => !known.has(id)));
  if (lost >= 0) {
    throw new HoneError(
      'INVALID_INPUT',
      `Line ${lost + 1} of queries.jsonl names a lesson that is not there.`,
      EXAMPLE,
    );
  }
  return { name: 'own lessons', lessons, queries };
};
