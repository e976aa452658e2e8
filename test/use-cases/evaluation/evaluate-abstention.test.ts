import { expect, it } from 'vitest';
import { benchOn } from '../../../src/use-cases/evaluation/bench.ts';
import { evaluateAbstention } from '../../../src/use-cases/evaluation/evaluate-abstention.ts';
import { openTestServices } from '../../support/test-services.ts';
import { smallSet } from './small-sets.ts';

it('asks each query with and without its lesson, which is there again afterwards', async () => {
  const { services } = await openTestServices();
  const [figures] = await evaluateAbstention(
    benchOn(services, 1, () => {}),
    [smallSet],
  );
  expect(figures).toMatchObject({ n: 3, delivered_right: 1, false_alarms: 0 });
  const ours = figures?.rows.find(({ policy }) => policy === 'ours');
  expect(ours).toMatchObject({ auroc_exists: 1, kept_at_15: 1, precision_at_coverage: [1, 1, 1, 1] });
  expect(figures?.rows[0]).toMatchObject({ policy: 'recent', auroc_exists: 0.5 });
  expect((await services.stores.lessons.list('abstention 0', { states: ['active'] })).total).toBe(3);
});
