import { fitLogisticLine, type LogisticLine } from '../statistics/logistic-line.ts';

/** A score with the truth. */
interface Judged {
  readonly score: number;
  readonly positive: boolean;
}

/** Keeps the step finite when scores tell the kinds apart wholly. */
const RIDGE = 1e-3;

/** Turns scores into probabilities (Platt 1999), with his targets that keep it from being surer than the number of cases allows. */
export const fitPlatt = (judged: readonly Judged[]): LogisticLine => {
  const positives = judged.filter(({ positive }) => positive).length;
  const [yes, no] = [(positives + 1) / (positives + 2), 1 / (judged.length - positives + 2)];
  const points = judged.map(({ score, positive }) => ({ x: score, target: positive ? yes : no }));
  return fitLogisticLine(points, { offset: 0, slope: 0 }, RIDGE);
};
