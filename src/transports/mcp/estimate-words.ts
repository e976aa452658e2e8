import type { Estimate } from '../../domain/estimate.ts';
import { intervalWords, valueWords } from '../cli/metric-words.ts';

/** A number with what it rests on, in one breath. */
export const estimateWords = (
  estimate: Estimate,
  format: (value: number) => string = (value) => value.toFixed(2),
): string =>
  estimate.value === null
    ? `no value yet (n ${estimate.n})`
    : `${valueWords(estimate, format)} (n ${estimate.n}, 95 % interval ${intervalWords(estimate, format)})`;
