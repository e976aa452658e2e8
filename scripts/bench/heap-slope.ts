/** Quantiles of Student's t at 97.5 % for n − 2 degrees of freedom, by steps. */
const T_975: readonly (readonly [atLeast: number, t: number])[] = [
  [120, 1.98],
  [60, 2.0],
  [30, 2.04],
  [20, 2.09],
  [15, 2.13],
  [10, 2.23],
  [7, 2.36],
  [5, 2.57],
  [3, 3.18],
  [2, 4.3],
  [1, 12.71],
];

/** Least-squares slope of y over x with its 95 % interval. @throws on fewer than three points */
export const slopeOf = (
  points: readonly (readonly [x: number, y: number])[],
): { slope: number; low: number; high: number } => {
  const n = points.length;
  if (n < 3) throw new Error('a slope needs three points');
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, one) => sum + of(one), 0) / n;
  const [mx, my] = [mean(([x]) => x), mean(([, y]) => y)];
  const sxx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / sxx;
  const rest = points.reduce((sum, [x, y]) => sum + (y - my - slope * (x - mx)) ** 2, 0);
  const t = T_975.find(([atLeast]) => n - 2 >= atLeast)?.[1] ?? 12.71;
  const half = t * Math.sqrt(rest / (n - 2) / sxx);
  return { slope, low: slope - half, high: slope + half };
};
