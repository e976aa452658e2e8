/** The parts of a lesson that are searched apart, so that each can weigh differently. */
export type FieldKind = 'text' | 'example' | 'trigger';

export interface FieldVector {
  readonly kind: FieldKind;
  readonly vector: Float32Array;
}

/** What the index holds of a lesson's own words. `vectors` is empty when there was no embedder. */
export interface IndexEntry {
  /** Terms of `when` and `rule`, in order, repeated as often as they occur. */
  readonly text: readonly string[];
  readonly example: readonly string[];
  readonly vectors: readonly FieldVector[];
  /** Identity of what made the vectors, null without. */
  readonly model: string | null;
}

/** What the index holds of one trigger. */
export interface TriggerEntry {
  readonly terms: readonly string[];
  readonly vector: Float32Array | null;
  /** Identity of what made the vector; absent: the same as the lesson's own. */
  readonly model?: string | null;
}

/** A lesson's terms, by field, as they came back from the index. */
export interface IndexedTerms {
  readonly lesson_id: string;
  readonly text: readonly string[];
  readonly example: readonly string[];
  readonly trigger: readonly string[];
}

/** Size of the index that a query runs over. */
export interface Corpus {
  readonly documents: number;
  /** Mean number of terms a lesson, all fields together. */
  readonly averageLength: number;
}

/** Best cosine between a query vector and each field of a lesson; null where the lesson has no vector of that kind. */
export interface FieldSimilarity {
  readonly text: number | null;
  readonly example: number | null;
  readonly trigger: number | null;
}
