import { fitLogisticLine, sigmoid } from '../statistics/logistic-line.ts';
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

/**
 * Platt scaling, held at the prior, which is worth `ROUTING.priorLabels` labels: with few labels the prior speaks, with many
 * the project.
 */
export const calibrate = (labels: readonly Label[]): Calibration => {
  const points = labels.map(({ logit, right }) => ({ x: logit, target: right ? 1 : 0 }));
  const { offset, slope } = fitLogisticLine(points, { offset: 0, slope: 1 }, ROUTING.priorLabels / 4);
  // A better score never means less confidence.
  return { shift: offset, scale: Math.max(0.1, slope), labels: labels.length };
};

export const calibrated = ({ shift, scale }: Calibration, logit: number): number => sigmoid(shift + scale * logit);
