import type { Arm } from '../run.ts';

/** Tasks are drawn in blocks: of `size` consecutive ones, exactly `held` go into the holdout. */
export interface BlockShape {
  readonly size: number;
  readonly held: number;
}

/** A trial's: one task of two goes without memory. */
export const TRIAL_BLOCK: BlockShape = { size: 2, held: 1 };

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The smallest block that holds a share of whole percents exactly: 5 % is one of 20. */
export const blockOfShare = (share: number): BlockShape => {
  const percent = Math.round(100 * share);
  const common = divisor(100, percent);
  return { size: 100 / common, held: percent / common };
};

/** The block and the place in it of the task at `position`, both counted from 0. */
export const placeOf = ({ size }: BlockShape, position: number): { block: number; place: number } => ({
  block: Math.floor(position / size),
  place: position % size,
});

/** The arm of one place: of its block, the places with the smallest lots are the holdout. `lots` are one a place. */
export const armOf = ({ held }: BlockShape, lots: readonly string[], place: number): Arm => {
  const own = lots[place] ?? '';
  const before = lots.filter((lot, index) => lot < own || (lot === own && index < place)).length;
  return before < held ? 'holdout' : 'memory';
};
