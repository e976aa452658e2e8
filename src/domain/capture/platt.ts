/** A score with the truth. */
interface Judged {
  readonly score: number;
  readonly positive: boolean;
}

const STEPS = 50;
/** Keeps the step finite when scores tell the kinds apart wholly. */
const RIDGE = 1e-3;

/**
 * Slope and offset of the logistic that turns scores into probabilities (Platt 1999, with his targets that keep it from being
 * surer than the number of cases allows), by Newton's method.
 */
export const fitPlatt = (judged: readonly Judged[]): { slope: number; offset: number } => {
  const positives = judged.filter(({ positive }) => positive).length;
  const target = (positive: boolean): number =>
    positive ? (positives + 1) / (positives + 2) : 1 / (judged.length - positives + 2);
  let slope = 0;
  let offset = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let [gs, go, hss, hso, hoo] = [-RIDGE * slope, 0, RIDGE, 0, RIDGE];
    for (const { score, positive } of judged) {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const [error, curve] = [target(positive) - p, p * (1 - p)];
      gs += error * score;
      go += error;
      hss += curve * score * score;
      hso += curve * score;
      hoo += curve;
    }
    const determinant = hss * hoo - hso * hso;
    slope += (gs * hoo - go * hso) / determinant;
    offset += (go * hss - gs * hso) / determinant;
  }
  return { slope, offset };
};
