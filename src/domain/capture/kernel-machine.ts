/** A classifier that compares a case with remembered ones: what lies near those of one kind is of that kind. */
export interface KernelMachine {
  /** How soon likeness fades with distance. */
  readonly gamma: number;
  /** What each feature is shifted and divided by. */
  readonly scales: readonly { readonly mean: number; readonly spread: number }[];
  /** Remembered cases, features as given to `train`. */
  readonly cases: readonly (readonly number[])[];
  /** Weight of each, its sign the kind. */
  readonly weights: readonly number[];
}

/** Keeps a rare feature from counting more than a common one many times over. */
const LEAST_SPREAD = 0.1;
/** Of a standardised feature's unit, so that distances stay where `gamma` can tell them apart. */
const UNIT = 0.25;

export const scalesOf = (cases: readonly (readonly number[])[]): KernelMachine['scales'] =>
  (cases[0] ?? []).map((_, i) => {
    const mean = cases.reduce((sum, one) => sum + (one[i] ?? 0), 0) / cases.length;
    const variance = cases.reduce((sum, one) => sum + ((one[i] ?? 0) - mean) ** 2, 0) / cases.length;
    return { mean, spread: Math.sqrt(variance) + LEAST_SPREAD };
  });

export const scaled = (x: readonly number[], scales: KernelMachine['scales']): number[] =>
  scales.map(({ mean, spread }, i) => (UNIT * ((x[i] ?? 0) - mean)) / spread);

/** A Gaussian kernel; the 1 stands for a constant term. */
export const kernel = (a: readonly number[], b: readonly number[], gamma: number): number => {
  let distance = 0;
  for (let i = 0; i < a.length; i += 1) distance += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.exp(-gamma * distance) + 1;
};

/** Above 0: of the kind with positive weights; the further the surer. */
export const decision = (machine: KernelMachine, x: readonly number[]): number => {
  const asked = scaled(x, machine.scales);
  return machine.cases.reduce(
    (sum, one, i) => sum + (machine.weights[i] ?? 0) * kernel(scaled(one, machine.scales), asked, machine.gamma),
    0,
  );
};
