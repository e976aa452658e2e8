import type { Crowd } from '../../ports/crowd.ts';

/**
 * A recall with its vectors takes about 15 ms of the one thread that all share, so that the last of so many is answered in
 * about 150 ms, and the wait for the model (350 ms) is not spent in a line.
 */
const MOST_AT_ONCE = 10;

export const countedCrowd = (most = MOST_AT_ONCE): Crowd => {
  let underWay = 0;
  const line: (() => void)[] = [];
  const next = (): void => {
    line.shift()?.();
    if (line.length > 0) setImmediate(next);
  };
  return {
    during: async (work) => {
      underWay += 1;
      try {
        return await work(underWay > most);
      } finally {
        underWay -= 1;
      }
    },
    turn: () =>
      new Promise((resolve) => {
        line.push(resolve);
        // An immediate runs once a round of the event loop, after what came in was read.
        if (line.length === 1) setImmediate(next);
      }),
  };
};
