import type { Id } from '../domain/ids.ts';
import type { Corpus, FieldSimilarity, IndexedTerms } from '../domain/retrieval/index-entry.ts';

/** `served`: lessons that may reach an agent. `waiting`: proposed, disputed or quarantined ones, for matching only. */
export type Pool = 'served' | 'waiting';

/**
 * Finds lessons of one project by words, by vectors and by paths. All figures are of that project and pool alone:
 * what other projects hold changes neither answer nor score.
 *
 * Not a ranking: scores are the domain's. Ties are broken by id, so that every adapter answers alike.
 */
export interface LessonSearch {
  corpus(project: string, pool: Pool): Promise<Corpus>;
  /** In how many lessons each term occurs; absent terms are left out. */
  documentFrequencies(project: string, pool: Pool, terms: readonly string[]): Promise<Map<string, number>>;
  /** Lessons that hold any of the terms, best first by BM25, at most `limit`. Terms are data, never query syntax. */
  lexical(project: string, pool: Pool, terms: readonly string[], limit: number): Promise<Id[]>;
  /** Lessons nearest to the vector by their best field, nearest first, at most `limit`. Only vectors of `model`. */
  dense(project: string, pool: Pool, model: string, vector: Float32Array, limit: number): Promise<Id[]>;
  /** Lessons with a scope path or a citation; the domain matches them against the query's paths. */
  scoped(project: string, pool: Pool, limit: number): Promise<{ lesson_id: Id; paths: readonly string[] }[]>;
  terms(project: string, lessonIds: readonly Id[]): Promise<IndexedTerms[]>;
  /** For each lesson, one similarity per query vector, in the order of `vectors`. */
  similarities(
    project: string,
    model: string,
    lessonIds: readonly Id[],
    vectors: readonly Float32Array[],
  ): Promise<Map<Id, FieldSimilarity[]>>;
}
