import { wilson } from '../../../src/domain/statistics/wilson.ts';

/** A simulated share in percent, with its own 95 % interval: how well the simulation knows it. */
export const proportion = (hits: number, n: number): string => {
  const { value, low, high } = wilson(hits, n);
  const percent = (share: number | null): string => (100 * (share ?? 0)).toFixed(1);
  return `${percent(value)} (${percent(low)}–${percent(high)})`;
};
