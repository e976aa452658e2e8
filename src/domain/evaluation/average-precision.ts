/** A case with its score, the higher the likelier, and the truth. */
export interface ScoredCase {
  readonly score: number;
  readonly positive: boolean;
}

const byScore = (cases: readonly ScoredCase[]): ScoredCase[] => [...cases].sort((a, b) => b.score - a.score);

/** Mean over the positive cases of the precision at their rank, 0 to 1; 0 without any. */
export const averagePrecision = (cases: readonly ScoredCase[]): number => {
  let found = 0;
  let sum = 0;
  for (const [index, { positive }] of byScore(cases).entries()) {
    if (!positive) continue;
    found += 1;
    sum += found / (index + 1);
  }
  return found === 0 ? 0 : sum / found;
};

/** Precision among the best-scored cases that hold `recall` of the positive ones; 0 without any. */
export const precisionAtRecall = (cases: readonly ScoredCase[], recall: number): number => {
  const needed = Math.ceil(recall * cases.filter(({ positive }) => positive).length);
  let found = 0;
  for (const [index, { positive }] of byScore(cases).entries()) {
    if (positive) found += 1;
    if (positive && found === needed) return found / (index + 1);
  }
  return 0;
};

/** The lowest score from which on at least `precision` of the cases are positive; null when there is none. */
export const scoreOfPrecision = (cases: readonly ScoredCase[], precision: number): number | null => {
  let found = 0;
  let lowest: number | null = null;
  for (const [index, { score, positive }] of byScore(cases).entries()) {
    if (positive) found += 1;
    if (found / (index + 1) >= precision) lowest = score;
  }
  return lowest;
};
