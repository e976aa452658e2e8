/**
 * Chance that a standard normal variable exceeds `z`, to 7.5e-8.
 *
 * Source: M. Abramowitz, I. A. Stegun, "Handbook of mathematical functions" (1964), 26.2.17.
 */
export const normalTail = (z: number): number => {
  if (z < 0) return 1 - normalTail(-z);
  const t = 1 / (1 + 0.231_641_9 * z);
  const polynomial =
    t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
};
