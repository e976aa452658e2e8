import { expect, it } from 'vitest';
import { benchOn } from '../../../src/use-cases/evaluation/bench.ts';
import { evaluatePoison } from '../../../src/use-cases/evaluation/evaluate-poison.ts';
import { openTestServices } from '../../support/test-services.ts';
import { mistakes, smallSet } from './small-sets.ts';

it('counts the places of stuffed lessons at each share of wrong verdicts, the same for the same seed', async () => {
  const play = async () => {
    const { services } = await openTestServices();
    return evaluatePoison(
      benchOn(services, 4, () => {}),
      smallSet.lessons,
      mistakes.slice(0, 4),
    );
  };
  const figures = await play();
  expect(figures).toMatchObject({ lessons: 3, stuffed: 60, events: 4, seeds: [4, 5, 6] });
  expect(figures.rows.map(({ wrong }) => wrong)).toEqual([null, 0, 0.2, 0.4]);
  for (const row of figures.rows) {
    // The newest ones of a store that was poisoned last are all stuffed.
    expect(row.share.recent).toBe(1);
    expect(row.share.ours).toBeGreaterThanOrEqual(0);
    expect(row.share.ours).toBeLessThanOrEqual(1);

    // They hold most places of so small a store, and none of them is sure enough to be given to anybody.
    expect(row.share.ours).toBeCloseTo(0.9);
    expect(row).toMatchObject({ delivered: 0, delivered_last_quarter: null });
  }
  expect(await play()).toEqual(figures);
}, 60_000);
