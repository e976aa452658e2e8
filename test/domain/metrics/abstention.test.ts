import { describe, expect, it } from 'vitest';
import { abstentionRate } from '../../../src/domain/metrics/abstention.ts';
import { cohortOf } from '../../support/histories.ts';

describe('abstentionRate', () => {
  it('divides abstaining recalls by recalls', () => {
    const recalls = [{ decision: 'abstain' }, { decision: 'deliver' }, { decision: 'degraded' }, {}] as const;
    expect(abstentionRate(cohortOf([{ id: 'a', recalls }]))).toMatchObject({ value: 0.25, n: 4 });
  });
});
