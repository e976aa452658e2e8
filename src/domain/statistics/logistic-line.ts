/** A case of a logistic in one variable. */
export interface LinePoint {
  readonly x: number;
  /** What the probability should be there, 0 to 1. */
  readonly target: number;
}

export interface LogisticLine {
  readonly offset: number;
  readonly slope: number;
}

const ROUNDS = 30;
/** Steps are kept short, so that cases which agree wholly do not run away. */
const LONGEST_STEP = 2;

const bounded = (step: number): number => Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The logistic `1 / (1 + e^−(offset + slope·x))` of greatest likelihood (Platt 1999), by Newton's method, with a ridge that
 * holds both at `prior`: with few cases the prior speaks, with many the cases.
 */
export const fitLogisticLine = (points: readonly LinePoint[], prior: LogisticLine, ridge: number): LogisticLine => {
  let { offset, slope } = prior;
  for (let round = 0; round < ROUNDS; round += 1) {
    let [g0, g1, h00, h01, h11] = [-ridge * (offset - prior.offset), -ridge * (slope - prior.slope), ridge, 0, ridge];
    for (const { x, target } of points) {
      const p = sigmoid(offset + slope * x);
      const [error, weight] = [target - p, p * (1 - p)];
      g0 += error;
      g1 += error * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    offset += bounded((h11 * g0 - h01 * g1) / determinant);
    slope += bounded((h00 * g1 - h01 * g0) / determinant);
  }
  return { offset, slope };
};
