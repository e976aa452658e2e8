import { describe, expect, it } from 'vitest';
import { countedCrowd } from '../../../src/adapters/resilience/counted-crowd.ts';

describe('countedCrowd', () => {
  it('is crowded for those beyond so many, until one has ended, also by a failure', async () => {
    const crowd = countedCrowd(2);
    const ends: (() => void)[] = [];
    const begin = () =>
      new Promise<boolean>((told) => {
        void crowd.during((crowded) => {
          told(crowded);
          return new Promise<void>((resolve) => ends.push(resolve));
        });
      });
    expect([await begin(), await begin(), await begin()]).toEqual([false, false, true]);
    for (const end of ends.splice(0)) end();
    await Promise.resolve();
    await expect(crowd.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect([await begin(), await begin(), await begin()]).toEqual([false, false, true]);
  });
});

describe('a turn', () => {
  it('comes in the order asked, one in each round of the event loop', async () => {
    const crowd = countedCrowd();
    const seen: string[] = [];
    const turns = ['a', 'b', 'c'].map((name) => crowd.turn().then(() => void seen.push(name)));
    const rounds: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      rounds.push(seen.join(''));
    }
    await Promise.all(turns);
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(rounds[0]?.length).toBeLessThanOrEqual(1);
    expect(rounds[1]?.length).toBeLessThanOrEqual(2);
  });
});
