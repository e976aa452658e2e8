/**
 * Adjusted p-values, in the given order: calling those below q noteworthy lets at most a share q of the calls be false.
 *
 * Source: Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57 (1995).
 */
export const benjaminiHochberg = (pValues: readonly number[]): number[] => {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  order.forEach(({ p, index }, position) => {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - position));
    adjusted[index] = smallest;
  });
  return adjusted;
};
