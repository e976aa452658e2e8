import type { LessonSearch, Pool } from '../../ports/lesson-search.ts';
import { type LengthRange, scoreOf, type TermMatch, withinReach } from './bm25.ts';
import type { Connection } from './connection.ts';
import { searchTerm } from './search-term.ts';
import { partOf } from './text-index.ts';

/** Terms of a query that count: more is an attack or a pasted log. */
const MOST_TERMS = 64;
/**
 * Postings read for one query: the rarest terms first, so what falls away are words of nearly every lesson, which
 * hardly change a rank. Bounds the time that a query holds the process.
 */
const MOST_POSTINGS = 8_000;

interface QueryTerm {
  readonly indexed: string;
  readonly frequency: number;
}

interface Match {
  readonly lesson_id: string;
  readonly length: number;
  readonly doc_id: number;
}

type Lengths = LengthRange & { readonly documents: number };
type LexicalSearch = Pick<LessonSearch, 'corpus' | 'documentFrequencies' | 'lexical'>;

/** BM25 over one project and pool. FTS5's own `bm25()` is not used: it counts all projects together. */
export const lexicalSearch = (connection: Connection): LexicalSearch => ({
  corpus: async (project, pool) => {
    const { documents, averageLength } = lengthsIn(connection, project, pool);
    return { documents, averageLength };
  },
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
      const lengths = lengthsIn(connection, project, pool);
      const postings = readPostings(connection, rarest(connection, wanted), lengths.documents);
      const scores = matchedLessons(connection, project, pool, withinReach(postings, lengths, limit)).map((match) => ({
        lesson_id: match.lesson_id,
        score: scoreOf(postings.get(match.doc_id) ?? [], match.length, lengths.averageLength),
      }));
      scores.sort((a, b) => b.score - a.score || (a.lesson_id < b.lesson_id ? -1 : 1));
      return scores.slice(0, limit).map(({ lesson_id }) => lesson_id);
    }),
});

const lengthsIn = (connection: Connection, project: string, pool: Pool): Lengths =>
  connection.get<Lengths>(
    `SELECT count(*) AS documents, coalesce(avg(length), 0) AS averageLength,
       coalesce(min(length), 0) AS shortest, coalesce(max(length), 0) AS longest
     FROM search_doc WHERE project_id = @project AND pool = @pool`,
    { project, pool },
  ) ?? { documents: 0, averageLength: 0, shortest: 0, longest: 0 };

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

/** By document, which of the terms it holds and how often. */
const readPostings = (
  connection: Connection,
  terms: readonly QueryTerm[],
  documents: number,
): Map<number, TermMatch[]> => {
  const postings = new Map<number, TermMatch[]>();
  for (const { indexed, frequency } of terms) {
    const counts = new Map<number, number>();
    for (const doc of connection.column<number>('SELECT doc FROM search_posting WHERE term = @indexed', { indexed })) {
      counts.set(doc, (counts.get(doc) ?? 0) + 1);
    }
    const idf = Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
    for (const [doc, count] of counts) {
      const known = postings.get(doc);
      if (known === undefined) postings.set(doc, [{ idf, count }]);
      else known.push({ idf, count });
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
