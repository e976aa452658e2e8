import type { LessonSearch, Pool } from '../../ports/lesson-search.ts';
import type { Connection } from './connection.ts';
import { searchTerm } from './search-term.ts';
import { partOf } from './text-index.ts';

/** Terms of a query that count: more is an attack or a pasted log. */
const MOST_TERMS = 64;
/**
 * Postings read for one query: the rarest terms first, so what falls away are words of nearly every lesson, which
 * hardly change a rank. Bounds the time that a query holds the process.
 */
const MOST_POSTINGS = 4_000;
/** Usual parameters of BM25: how soon repetition stops to count, and how much length counts. */
const K1 = 1.2;
const B = 0.75;

interface QueryTerm {
  readonly indexed: string;
  readonly frequency: number;
}

interface Match {
  readonly lesson_id: string;
  readonly length: number;
  readonly doc_id: number;
}

type LexicalSearch = Pick<LessonSearch, 'corpus' | 'documentFrequencies' | 'lexical'>;

/**
 * BM25 (Robertson and Zaragoza 2009, with the idf of Lucene, which is never negative) over one project and pool.
 * FTS5's own `bm25()` is not used: its idf and mean length are those of all projects together.
 */
export const lexicalSearch = (connection: Connection): LexicalSearch => ({
  corpus: async (project, pool) => corpusOf(connection, project, pool),
  documentFrequencies: async (project, pool, terms) =>
    connection.snapshot(() => {
      const part = partOf(connection, project);
      const found = new Map<string, number>();
      if (part === null) return found;
      for (const term of new Set(terms)) {
        const frequency = frequencyOf(connection, searchTerm(part, pool, term));
        if (frequency > 0) found.set(term, frequency);
      }
      return found;
    }),
  lexical: async (project, pool, terms, limit) =>
    connection.snapshot(() => {
      const part = partOf(connection, project);
      if (part === null) return [];
      const wanted = [...new Set(terms)].slice(0, MOST_TERMS).map((term) => searchTerm(part, pool, term));
      const { documents, averageLength } = corpusOf(connection, project, pool);
      const postings = readPostings(connection, rarest(connection, wanted));
      const scores = matchedLessons(connection, project, pool, [...postings.keys()]).map(
        ({ lesson_id, doc_id, length }) => {
          const shorter = K1 * (1 - B + (B * length) / averageLength);
          let score = 0;
          for (const [frequency, count] of postings.get(doc_id) ?? []) {
            score +=
              (Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5)) * count * (K1 + 1)) / (count + shorter);
          }
          return { lesson_id, score };
        },
      );
      scores.sort((a, b) => b.score - a.score || (a.lesson_id < b.lesson_id ? -1 : 1));
      return scores.slice(0, limit).map(({ lesson_id }) => lesson_id);
    }),
});

const corpusOf = (
  connection: Connection,
  project: string,
  pool: Pool,
): { documents: number; averageLength: number } => {
  const row = connection.get<{ documents: number; averageLength: number }>(
    `SELECT count(*) AS documents, coalesce(avg(length), 0) AS averageLength
     FROM search_doc WHERE project_id = @project AND pool = @pool`,
    { project, pool },
  );
  return row ?? { documents: 0, averageLength: 0 };
};

const frequencyOf = (connection: Connection, indexed: string): number =>
  connection.column<number>('SELECT doc FROM search_term_count WHERE term = @indexed', { indexed })[0] ?? 0;

const rarest = (connection: Connection, wanted: readonly string[]): QueryTerm[] => {
  const known = wanted
    .map((indexed) => ({ indexed, frequency: frequencyOf(connection, indexed) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency || (a.indexed < b.indexed ? -1 : 1));
  let postings = 0;
  return known.filter(({ frequency }, index) => {
    postings += frequency;
    return index === 0 || postings <= MOST_POSTINGS;
  });
};

/** For each document: of each term in it, the document frequency and how often it occurs there. */
const readPostings = (connection: Connection, terms: readonly QueryTerm[]): Map<number, [number, number][]> => {
  const postings = new Map<number, [number, number][]>();
  for (const { indexed, frequency } of terms) {
    const occurrences = new Map<number, number>();
    for (const doc of connection.column<number>('SELECT doc FROM search_posting WHERE term = @indexed', { indexed })) {
      occurrences.set(doc, (occurrences.get(doc) ?? 0) + 1);
    }
    for (const [doc, count] of occurrences) {
      const known = postings.get(doc);
      if (known === undefined) postings.set(doc, [[frequency, count]]);
      else known.push([frequency, count]);
    }
  }
  return postings;
};

const matchedLessons = (connection: Connection, project: string, pool: Pool, docs: readonly number[]): Match[] =>
  connection.all<Match>(
    `SELECT lesson_id, doc_id, length FROM search_doc
     WHERE project_id = @project AND doc_id IN (SELECT value FROM json_each(@docs)) AND pool = @pool`,
    { project, pool, docs: JSON.stringify(docs) },
  );
