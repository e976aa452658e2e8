import type { Count } from './newcombe.ts';

/** One block of tasks of both arms, in the order of time. */
export interface Block {
  readonly a: Count;
  readonly b: Count;
}

const PRIOR = 0.18;

/** A share with a little prior weight on both sides, so that it is never 0 or 1. */
const smoothed = ({ successes, n }: Count): number => (successes + PRIOR) / (n + 2 * PRIOR);

const likelihoodRatio = ({ successes, n }: Count, alternative: number, null_: number): number =>
  successes * Math.log(alternative / null_) + (n - successes) * Math.log((1 - alternative) / (1 - null_));

/**
 * Evidence against "both arms fail alike", looked at after each block; it may be peeked at any time. Under no effect at most
 * 5 % of processes ever reach 20. Each block is judged by shares learned from the blocks before it only.
 *
 * With `harmOnly`, blocks count only while arm `a` has failed more than `b` so far. Returns the value after every block.
 *
 * Source: R. J. Turner, A. Ly, P. D. Grünwald, "Generic E-variables for exact sequential k-sample tests", Statistics &
 * Probability Letters / arXiv 2106.02693.
 */
export const eProcess = (blocks: readonly Block[], harmOnly = false): number[] => {
  let [a, b]: [Count, Count] = [
    { successes: 0, n: 0 },
    { successes: 0, n: 0 },
  ];
  let logEvidence = 0;
  return blocks.map((block) => {
    const [shareA, shareB] = [smoothed(a), smoothed(b)];
    const n = block.a.n + block.b.n;
    if (n > 0 && (!harmOnly || shareA > shareB)) {
      const common = (block.a.n * shareA + block.b.n * shareB) / n;
      logEvidence += likelihoodRatio(block.a, shareA, common) + likelihoodRatio(block.b, shareB, common);
    }
    a = { successes: a.successes + block.a.successes, n: a.n + block.a.n };
    b = { successes: b.successes + block.b.successes, n: b.n + block.b.n };
    return Math.exp(logEvidence);
  });
};
