/**
 * A small generator of numbers in [0, 1): the same seed gives the same numbers, on every machine. Not for secrets.
 *
 * Source: mulberry32 by Tommy Ettinger (public domain).
 */
export const randomSource = (seed: number): (() => number) => {
  // Kept as a signed 32-bit number, which needs no memory of its own at each step.
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
