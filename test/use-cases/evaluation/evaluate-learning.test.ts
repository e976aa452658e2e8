import { expect, it } from 'vitest';
import { benchOn } from '../../../src/use-cases/evaluation/bench.ts';
import { evaluateLearning } from '../../../src/use-cases/evaluation/evaluate-learning.ts';
import { openTestServices } from '../../support/test-services.ts';
import { mistakes } from './small-sets.ts';

it('finds by what was learned what the words of the lesson do not have', async () => {
  const { services } = await openTestServices();
  const figures = await evaluateLearning(
    benchOn(services, 1, () => {}),
    mistakes,
  );
  expect(figures.gains.map(({ n, hit_at_5 }) => [n, hit_at_5.value])).toEqual([
    [6, 1],
    [3, 1],
    [3, 1],
  ]);
  expect(figures.curve.slice(0, 3).map(({ earlier, n, learned, fixed }) => [earlier, n, learned, fixed])).toEqual([
    ['1', 3, 1, 0],
    ['2', 3, 1, 0],
    ['3–4', 0, null, null],
  ]);
});
