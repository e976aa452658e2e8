import { type KernelMachine, kernel, scaled, scalesOf } from './kernel-machine.ts';

export interface LabelledCase {
  readonly x: readonly number[];
  readonly y: boolean;
}

/** Passes over all cases; the weights hardly change any more after half of them. */
const PASSES = 60;

/**
 * A support vector machine, by coordinate ascent on its dual (Hsieh et al. 2008, algorithm 1, with a kernel in place of the
 * inner product). Deterministic. `cost` bounds the weight of one case, so that a single odd turn decides little.
 */
export const trainKernelMachine = (
  cases: readonly LabelledCase[],
  { gamma, cost }: { readonly gamma: number; readonly cost: number },
): KernelMachine => {
  const scales = scalesOf(cases.map(({ x }) => x));
  const points = cases.map(({ x }) => scaled(x, scales));
  const signs = cases.map(({ y }) => (y ? 1 : -1));
  const table = points.map((a) => Float64Array.from(points, (b) => kernel(a, b, gamma)));
  const alphas = new Float64Array(cases.length);
  const outputs = new Float64Array(cases.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const [i, row] of table.entries()) {
      const sign = signs[i] ?? 0;
      const now = alphas[i] ?? 0;
      const next = Math.min(cost, Math.max(0, now + (1 - sign * (outputs[i] ?? 0)) / (row[i] ?? 1)));
      if (next === now) continue;
      alphas[i] = next;
      for (let j = 0; j < outputs.length; j += 1) outputs[j] = (outputs[j] ?? 0) + (next - now) * sign * (row[j] ?? 0);
    }
  }
  const kept = [...alphas.keys()].filter((i) => (alphas[i] ?? 0) > 0);
  return {
    gamma,
    scales,
    cases: kept.map((i) => cases[i]?.x ?? []),
    weights: kept.map((i) => (alphas[i] ?? 0) * (signs[i] ?? 0)),
  };
};
