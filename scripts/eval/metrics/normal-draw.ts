/** A standard normal number from two uniform ones (G. E. P. Box, M. E. Muller, 1958). */
export const normalDraw = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
