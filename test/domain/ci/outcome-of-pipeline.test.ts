import { expect, it } from 'vitest';
import { outcomeOfPipeline } from '../../../src/domain/ci/outcome-of-pipeline.ts';

it.each([
  ['success', 'completed_clean'],
  ['failure', 'failed'],
  ['cancelled', null],
  [null, null],
] as const)('%s says %s of the work', (status, outcome) => {
  expect(outcomeOfPipeline({ provider: 'other', status, taskKeys: [], attempt: '' })).toBe(outcome);
});
