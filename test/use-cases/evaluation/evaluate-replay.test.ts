import { expect, it } from 'vitest';
import { benchOn } from '../../../src/use-cases/evaluation/bench.ts';
import { evaluateReplay } from '../../../src/use-cases/evaluation/evaluate-replay.ts';
import { openTestServices } from '../../support/test-services.ts';
import { smallSet } from './small-sets.ts';

it('asks only what was there before, and leaves younger lessons out', async () => {
  const { services } = await openTestServices();
  const early = { ...smallSet.queries[0], id: 'early', at: 1, relevant: new Set<string>() };
  const set = { ...smallSet, queries: [...smallSet.queries, early] } as typeof smallSet;
  const figures = await evaluateReplay(
    benchOn(services, 1, () => {}),
    [set],
  );
  expect(figures.map(({ min_age_days, n }) => [min_age_days, n])).toEqual([
    [0, 3],
    [7, 0],
    [30, 0],
  ]);
  expect(figures[0]?.earlier).toEqual({ n: 3, shown: 1, withheld: 0, missed: 0 });
  expect(figures[0]?.first).toEqual({ n: 1, shown_something: 0 });
});
