import { UTILITY } from './constants.ts';

/** Upper end of Wilson's score interval (Wilson 1927) for `good` of `good + bad`; weights may be halves. 1 without votes. */
const wilsonUpper = (good: number, bad: number, z: number): number => {
  const n = good + bad;
  if (n === 0) return 1;
  const p = good / n;
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return (p + (z * z) / (2 * n) + spread) / (1 + (z * z) / n);
};

/** Votes only demote: 1 while the lesson may still be more helpful than harmful, below that its upper bound. */
export const utilityFactor = (helped: number, harmed: number): number => {
  const upper = wilsonUpper(helped, harmed, UTILITY.z);
  return upper >= UTILITY.neutral ? 1 : upper;
};
