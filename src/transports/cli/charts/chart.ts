/** One point with the limits between which a stable process stays. */
export interface ChartPoint {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ChartLook {
  /** Rows of the plot. */
  readonly height: number;
  /** How a value is written on the axis. */
  readonly format: (value: number) => string;
}

const isOutside = ({ value, low, high }: ChartPoint): boolean =>
  value !== null && ((low !== null && value < low) || (high !== null && value > high));

/** `●` a point, `◆` one outside its limits, `┄` a limit. Shape tells them apart, so no colour is needed. */
const markAt = (point: ChartPoint, row: number, rowOf: (value: number) => number): string => {
  if (point.value !== null && rowOf(point.value) === row) return isOutside(point) ? '◆' : '●';
  const limits = [point.low, point.high].filter((limit) => limit !== null);
  return limits.some((limit) => rowOf(limit) === row) ? '┄' : ' ';
};

/** A plot for a terminal: a column per point, the axis on the left. Empty when no point has a value. */
export const chart = (points: readonly ChartPoint[], { height, format }: ChartLook): string => {
  if (points.every((point) => point.value === null)) return '';
  const numbers = points.flatMap(({ value, low, high }) => [value, low, high]).filter((one) => one !== null);
  const bottom = Math.min(...numbers);
  const range = Math.max(...numbers) - bottom || 1;
  const rowOf = (value: number): number => Math.round(((value - bottom) / range) * (height - 1));
  const valueAt = (row: number): number => bottom + (row / Math.max(1, height - 1)) * range;
  const rows = Array.from({ length: height }, (_, index) => height - 1 - index);
  const width = Math.max(...rows.map((row) => format(valueAt(row)).length));
  return rows
    .map((row) => {
      const label = row === 0 || row === height - 1 ? format(valueAt(row)) : '';
      return `${label.padStart(width)} │ ${points.map((point) => markAt(point, row, rowOf)).join(' ')}`.trimEnd();
    })
    .join('\n');
};
