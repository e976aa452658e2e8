import { expect, it } from 'vitest';
import { benchOn } from '../../../src/use-cases/evaluation/bench.ts';
import { evaluateRetrieval } from '../../../src/use-cases/evaluation/evaluate-retrieval.ts';
import { openTestServices } from '../../support/test-services.ts';
import { smallSet } from './small-sets.ts';

it('ranks each query by every policy through the real store, and says what an agent would be shown', async () => {
  const { services } = await openTestServices();
  const steps: string[] = [];
  const [figures] = await evaluateRetrieval(
    benchOn(services, 1, (what) => steps.push(what)),
    [smallSet],
  );
  expect(figures).toMatchObject({ set: 'small', n: 3, path: 'lexical', shown: 1 });
  expect(figures?.rows.find(({ policy }) => policy === 'ours')?.hit_at_1).toBe(1);
  expect(figures?.rows.find(({ policy }) => policy === 'recent')?.hit_at_1).toBeCloseTo(1 / 3);
  expect(figures?.tokens).toBeGreaterThan(0);
  expect(new Set(steps)).toEqual(new Set(['small: lessons', 'small: queries']));
});
