import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mean, ndcgAt } from '../../../src/domain/evaluation/measures.ts';
import { plainBm25 } from '../../../src/domain/evaluation/plain-bm25.ts';
import { loadReme } from '../../../src/transports/cli/eval/load-reme.ts';

it('reproduces the published BM25 of the ReMe benchmark: 57.3 ± 0.7 nDCG@10 over nine tasks', () => {
  const tasks = loadReme(join(import.meta.dirname, '../../../data/eval'));
  expect(tasks).toHaveLength(9);
  const figure = 100 * mean(tasks.map((task) => mean(plainBm25(task).map(ndcgAt(10)))));
  expect(figure).toBeGreaterThan(56.6);
  expect(figure).toBeLessThan(58);
});
