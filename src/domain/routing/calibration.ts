import { ROUTING } from './constants.ts';

/** Turns the log-odds of the prior into those of this project: `shift + scale × logit`. */
export interface Calibration {
  readonly shift: number;
  readonly scale: number;
  /** Labelled texts behind it. */
  readonly labels: number;
}

export interface Label {
  /** Log-odds that the prior gave to the nearest workflow. */
  readonly logit: number;
  readonly right: boolean;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const ROUNDS = 20;
/** Steps are kept short, so that a project whose every label agrees does not run away. */
const LONGEST_STEP = 2;

/**
 * Platt scaling (Platt 1999) with a ridge that holds it at the prior, worth `ROUTING.priorLabels` labels: with few labels
 * the prior speaks, with many the project.
 */
export const calibrate = (labels: readonly Label[]): Calibration => {
  let [shift, scale] = [0, 1];
  const ridge = ROUTING.priorLabels / 4;
  for (let round = 0; round < ROUNDS; round += 1) {
    let [g0, g1, h00, h01, h11] = [-ridge * shift, -ridge * (scale - 1), ridge, 0, ridge];
    for (const { logit, right } of labels) {
      const p = sigmoid(shift + scale * logit);
      const [error, weight] = [(right ? 1 : 0) - p, p * (1 - p)];
      g0 += error;
      g1 += error * logit;
      h00 += weight;
      h01 += weight * logit;
      h11 += weight * logit * logit;
    }
    const determinant = h00 * h11 - h01 * h01;
    shift += bounded((h11 * g0 - h01 * g1) / determinant);
    scale += bounded((h00 * g1 - h01 * g0) / determinant);
  }
  // A better score never means less confidence.
  return { shift, scale: Math.max(0.1, scale), labels: labels.length };
};

const bounded = (step: number): number => Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));

export const calibrated = ({ shift, scale }: Calibration, logit: number): number => sigmoid(shift + scale * logit);
