/** A value with how much it weighs. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/**
 * The rising sequence nearest to the given one (least squares): neighbours that fall are pooled.
 *
 * Source: M. Ayer et al., "An empirical distribution function for sampling with incomplete information", Annals of
 * Mathematical Statistics 26 (1955): pool adjacent violators.
 */
export const isotonic = (sequence: readonly Weighted[]): number[] => {
  const pools: { value: number; weight: number; size: number }[] = [];
  for (const { value, weight } of sequence) {
    let pool = { value, weight, size: 1 };
    for (let last = pools.at(-1); last !== undefined && last.value >= pool.value; last = pools.at(-1)) {
      pools.pop();
      const total = last.weight + pool.weight;
      pool = {
        value: total === 0 ? pool.value : (last.value * last.weight + pool.value * pool.weight) / total,
        weight: total,
        size: last.size + pool.size,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ value, size }) => Array.from({ length: size }, () => value));
};
