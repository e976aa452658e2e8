import type { Trends } from '../../../domain/metrics/trends.ts';
import { COVERAGE_NEEDED } from '../../../domain/metrics/verdict.ts';

/** Too little is confirmed for a trend to be read: it is drawn grey, and says so. */
export const coverageTooLow = ({ coverage }: Pick<Trends, 'coverage'>): boolean =>
  coverage.value !== null && coverage.value < COVERAGE_NEEDED;
