import { termWeights } from '../retrieval/bm25.ts';
import { tokenize } from '../retrieval/tokens.ts';
import { ROUTING } from './constants.ts';
import type { RoutingExample } from './routing-example.ts';

/** A text with what it is compared by. */
export interface RoutedText {
  readonly terms: ReadonlySet<string>;
  readonly vector: Float32Array | null;
}

export const routedText = (text: string, vector: Float32Array | null): RoutedText => ({
  terms: new Set(tokenize(text)),
  vector,
});

export interface LabelledText extends RoutedText, Pick<RoutingExample, 'workflow' | 'source'> {}

/** The examples ready to be compared, with the weight that each of their terms has among them. */
export interface ExampleIndex {
  readonly texts: readonly LabelledText[];
  readonly weightsOf: (terms: ReadonlySet<string>) => Map<string, number>;
}

export const indexExamples = (examples: readonly RoutingExample[]): ExampleIndex => {
  const texts = examples.map(({ workflow, source, text, vector }) => ({
    workflow,
    source,
    ...routedText(text, vector),
  }));
  const frequencies = new Map<string, number>();
  for (const { terms } of texts) for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  const corpus = { documents: texts.length, averageLength: 1 };
  return { texts, weightsOf: (terms) => termWeights([...terms], corpus, frequencies) };
};

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

const norm = (weights: ReadonlyMap<string, number>): number =>
  Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));

/** Cosine of the two texts' words, each word weighing by its rarity: 0 to 1. */
const byWords = (index: ExampleIndex, a: RoutedText, b: RoutedText): number => {
  const [left, right] = [index.weightsOf(a.terms), index.weightsOf(b.terms)];
  const shared = [...left].reduce((sum, [term, weight]) => sum + (right.has(term) ? weight * weight : 0), 0);
  const length = norm(left) * norm(right);
  return length === 0 ? 0 : shared / length;
};

/** By meaning and words where both texts have a vector, else by words alone. */
const similarity = (index: ExampleIndex, a: RoutedText, b: RoutedText): number => {
  const words = byWords(index, a, b);
  if (a.vector === null || b.vector === null) return words;
  return ROUTING.meaning * Math.max(0, dot(a.vector, b.vector)) + (1 - ROUTING.meaning) * words;
};

/**
 * How near a text is to each workflow, by its nearest examples. `without` is left out, so that a labelled text can be
 * asked about itself. Best first, ties by name.
 */
export const rankWorkflows = (
  index: ExampleIndex,
  text: RoutedText,
  without?: LabelledText,
): { workflow: string; score: number }[] => {
  const said = Math.min(1, text.terms.size / ROUTING.fewTerms);
  const byWorkflow = new Map<string, number[]>();
  for (const example of index.texts) {
    const scores = byWorkflow.get(example.workflow) ?? [];
    if (example !== without) scores.push(similarity(index, text, example));
    byWorkflow.set(example.workflow, scores);
  }
  return [...byWorkflow]
    .map(([workflow, scores]) => ({ workflow, score: said * pooled(scores) }))
    .sort((a, b) => b.score - a.score || (a.workflow < b.workflow ? -1 : 1));
};

const pooled = (scores: readonly number[]): number => {
  const best = [...scores].sort((a, b) => b - a).slice(0, ROUTING.neighbours);
  return best.reduce((sum, score) => sum + score, 0) / Math.max(1, best.length);
};
