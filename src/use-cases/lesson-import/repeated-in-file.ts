import { relationOf } from '../../domain/learning/near-duplicate.ts';
import type { LessonText } from '../../domain/lesson.ts';
import type { IndexEntry } from '../../domain/retrieval/index-entry.ts';
import { jaccard } from '../../domain/retrieval/selection.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';

export interface Comparable {
  readonly text: LessonText;
  readonly terms: ReadonlySet<string>;
  /** Of situation and rule together; null without the model. */
  readonly vector: Float32Array | null;
}

export const comparable = (text: LessonText, index: IndexEntry | null): Comparable => ({
  text,
  terms: new Set([...tokenize(text.when), ...tokenize(text.rule)]),
  // The second vector of the kind: the first is of the situation alone.
  vector: index?.vectors.filter((field) => field.kind === 'text')[1]?.vector ?? null,
});

/** Well below the lines at which two lessons are duplicates: what is under both needs no close look. */
const FAR = { shared: 0.4, cosine: 0.8 };

/** The first of `earlier` that says nearly the same, or null. */
export const repeatedOf = <T extends Comparable>(earlier: readonly T[], next: Comparable): T | null =>
  earlier.find((one) => {
    const cosine = one.vector === null || next.vector === null ? null : dot(one.vector, next.vector);
    if (jaccard(one.terms, next.terms) < FAR.shared && (cosine ?? 0) < FAR.cosine) return false;
    return relationOf(one.text, next.text, cosine)?.relation === 'duplicate';
  }) ?? null;

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
