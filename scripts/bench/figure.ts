/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'KB' | 'MB' | '×' | '%' | 'count';
  /** How many times it was measured. */
  readonly n: number;
  /** The value that is good enough, and on which side of it the good lies. Absent where it only explains another figure. */
  readonly target?: { readonly side: 'most' | 'least'; readonly value: number };
}

export const isMet = ({ value, target }: Figure): boolean | null => {
  if (target === undefined) return null;
  return target.side === 'most' ? value <= target.value : value >= target.value;
};

/** Nearest-rank quantile, `share` in 0..1. @throws on no values. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('no quantile of nothing');
  return found;
};

/** Median and 95th percentile of times in milliseconds; the target is on the latter. */
export const timeFigures = (name: string, times: readonly number[], mostP95?: number): Figure[] => [
  { name: `${name}, p50`, value: quantile(times, 0.5), unit: 'ms', n: times.length },
  {
    name: `${name}, p95`,
    value: quantile(times, 0.95),
    unit: 'ms',
    n: times.length,
    ...(mostP95 === undefined ? {} : { target: { side: 'most', value: mostP95 } }),
  },
];

/** Milliseconds that `work` takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
