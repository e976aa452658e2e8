import { Z95 } from './interval.ts';

/** The 80 % and 95 % points of the standard normal distribution. */
const Z80 = 0.841_621_233_572_914;
const Z95_ONE_SIDED = 1.644_853_626_951_472;

/**
 * Tasks in each of two arms to find that a share of `p1` became `p2`: 80 % power, two-sided 5 %.
 * 0.70 → 0.85 takes 121.
 *
 * Source: J. L. Fleiss, B. Levin, M. C. Paik, "Statistical methods for rates and proportions", chapter 4, without
 * correction for continuity.
 */
export const tasksForGain = (p1: number, p2: number): number => {
  const middle = (p1 + p2) / 2;
  const under = Z95 * Math.sqrt(2 * middle * (1 - middle));
  const apart = Z80 * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return Math.ceil(((under + apart) / (p2 - p1)) ** 2);
};

/**
 * Tasks in each of two arms to rule out that a rate of `base` rose by `margin`, when it did not: 80 % power, one-sided 5 %.
 * 20 per 100 and a margin of 10 take 198.
 *
 * Source: W. C. Blackwelder, "Proving the null hypothesis in clinical trials", Controlled Clinical Trials 3 (1982).
 */
export const tasksForMargin = (base: number, margin: number): number => {
  // Above one of two a run is stepped into more than once: events are counted, and their variance is their mean.
  const variance = base <= 0.5 ? base * (1 - base) : base;
  return Math.ceil((2 * variance * (Z95_ONE_SIDED + Z80) ** 2) / margin ** 2);
};
