const LARGE = 30;

/** A standard normal number from two uniform ones (G. E. P. Box, M. E. Muller, 1958). */
export const normalDraw = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Walks up the distribution until the drawn chance is used up: exact, and quick while few successes are expected. */
const byInversion = (n: number, p: number, random: () => number): number => {
  const odds = p / (1 - p);
  let chance = (1 - p) ** n;
  let left = random() - chance;
  let k = 0;
  while (left > 0 && k < n) {
    k += 1;
    chance *= (odds * (n - k + 1)) / k;
    left -= chance;
  }
  return k;
};

/** Successes of `n` at chance `p`. Rounded from the normal where 30 successes and 30 failures or more are expected. */
export const binomialDraw = (n: number, p: number, random: () => number): number => {
  if (n === 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (n * p < LARGE) return byInversion(n, p, random);
  if (n * (1 - p) < LARGE) return n - byInversion(n, 1 - p, random);
  const drawn = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normalDraw(random));
  return Math.min(n, Math.max(0, drawn));
};
