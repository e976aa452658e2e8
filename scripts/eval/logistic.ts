const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export const predict = (weights: readonly number[], x: readonly number[]): number =>
  sigmoid(x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0));

export interface Example {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight: number;
}

const STEPS = 10;
/** Many cases share a question and a store, so they say less than their number: a strong prior of no effect. */
const RIDGE = 50;

/** Logistic regression by Newton's method; the ridge is on the weights of standardised features, none on the constant (the first). */
export const fitLogistic = (examples: readonly Example[]): number[] => {
  const scales = scalesOf(examples);
  const standard = examples.map((one) => ({
    ...one,
    x: one.x.map((value, i) => (i === 0 ? value : (value - scales[i]!.mean) / scales[i]!.spread)),
  }));
  const weights = newton(standard);
  const raw = weights.map((value, i) => (i === 0 ? value : value / scales[i]!.spread));
  raw[0]! -= raw.reduce((sum, value, i) => (i === 0 ? sum : sum + value * scales[i]!.mean), 0);
  return raw;
};

const scalesOf = (examples: readonly Example[]): { mean: number; spread: number }[] =>
  (examples[0]?.x ?? []).map((_, i) => {
    const values = examples.map(({ x }) => x[i]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return { mean, spread: spread > 0 ? spread : 1 };
  });

const newton = (examples: readonly Example[]): number[] => {
  const size = examples[0]?.x.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((value, i) => (i === 0 ? 0 : -RIDGE * value));
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-6 : RIDGE) : 0)));
    for (const { x, y, weight } of examples) {
      const p = predict(weights, x);
      const slope = weight * (y - p);
      const curve = weight * p * (1 - p);
      for (let i = 0; i < size; i += 1) {
        gradient[i]! += slope * x[i]!;
        for (let j = 0; j < size; j += 1) hessian[i]![j]! += curve * x[i]! * x[j]!;
      }
    }
    const change = solve(hessian, gradient);
    weights = weights.map((value, i) => value + change[i]!);
  }
  return weights;
};

/** Gauss and Jordan with pivots. */
const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let c = 0; c < rows.length; c += 1) {
    let pivot = c;
    for (let r = c; r < rows.length; r += 1) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = 0; r < rows.length; r += 1) {
      const factor = r === c ? 0 : rows[r]![c]! / rows[c]![c]!;
      for (let k = c; k <= rows.length; k += 1) rows[r]![k]! -= factor * rows[c]![k]!;
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!);
};
