import type { LessonSearch, Pool } from '../../ports/lesson-search.ts';
import { type Postings, scoresOf, withinReach } from './bm25.ts';
import type { Connection } from './connection.ts';
import { readLengths, type SearchLengths } from './search-lengths.ts';
import { searchTerm } from './search-term.ts';
import { ID_SPACE, partOf } from './text-index.ts';

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
  /** As postings number it. */
  readonly document: number;
}

type LexicalSearch = Pick<LessonSearch, 'corpus' | 'documentFrequencies' | 'lexical'>;

/** BM25 over one project and pool. FTS5's own `bm25()` is not used: it counts all projects together. */
export const lexicalSearch = (connection: Connection): LexicalSearch => {
  const lengthsIn = lengthsOn(connection);
  return {
    corpus: async (project, pool) => {
      const { documents, averageLength } = lengthsIn(project, pool);
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
        const lengths = lengthsIn(project, pool);
        const postings = readPostings(connection, part, rarest(connection, wanted), lengths.documents);
        const matches = matchedLessons(connection, project, pool, withinReach(postings, lengths, limit));
        const scores = scoresOf(
          postings,
          new Map(matches.map(({ document, length }) => [document, length])),
          lengths.averageLength,
        );
        const scored = matches.map(({ lesson_id, document }) => ({ lesson_id, score: scores.get(document) ?? 0 }));
        scored.sort((a, b) => b.score - a.score || (a.lesson_id < b.lesson_id ? -1 : 1));
        return scored.slice(0, limit).map(({ lesson_id }) => lesson_id);
      }),
  };
};

/** Lengths are asked for by every search and change only when something is written, which a reading connection is told. */
const lengthsOn = (connection: Connection): ((project: string, pool: Pool) => SearchLengths) => {
  const known = new Map<string, SearchLengths>();
  let version = -1;
  return (project, pool) => {
    const present = connection.versionSeen();
    if (present === null || present !== version) known.clear();
    version = present ?? -1;
    const key = `${pool} ${project}`;
    const lengths = known.get(key) ?? readLengths(connection, project, pool);
    known.set(key, lengths);
    return lengths;
  };
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

/**
 * Documents are numbered from the beginning of the project's ids. One text a term and not a row an occurrence: crossing
 * from SQLite costs more than all that is done with a number.
 */
const readPostings = (
  connection: Connection,
  part: number,
  terms: readonly QueryTerm[],
  documents: number,
): Postings[] =>
  terms.map(({ indexed, frequency }) => {
    const [list] = connection.column<string | null>(
      'SELECT group_concat(doc - (CAST(@part AS INTEGER) << 32)) FROM search_posting WHERE term = @indexed',
      { indexed, part },
    );
    return {
      idf: Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5)),
      documents: JSON.parse(`[${list ?? ''}]`),
    };
  });

const matchedLessons = (connection: Connection, project: string, pool: Pool, documents: readonly number[]): Match[] =>
  connection.all<Match>(
    `SELECT lesson_id, doc_id - @first AS document, length FROM search_doc
     WHERE project_id = @project AND doc_id IN (SELECT value + @first FROM json_each(@documents)) AND pool = @pool`,
    {
      project,
      pool,
      first: BigInt(partOf(connection, project) ?? 0) * BigInt(ID_SPACE),
      documents: JSON.stringify(documents),
    },
  );
