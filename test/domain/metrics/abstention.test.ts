import { describe, expect, it } from 'vitest';
import { abstentionRate, wrongAbstentionRate } from '../../../src/domain/metrics/abstention.ts';
import { cohortOf } from '../../support/histories.ts';

describe('abstentionRate', () => {
  it('divides abstaining recalls by recalls', () => {
    const recalls = [{ decision: 'abstain' }, { decision: 'deliver' }, { decision: 'degraded' }, {}] as const;
    expect(abstentionRate(cohortOf([{ id: 'a', recalls }]))).toMatchObject({ value: 0.25, n: 4 });
  });
});

it('an abstention is wrong when a person then says what recall missed, and not when the holdout withheld it', () => {
  const abstained = { recalls: [{ decision: 'abstain' as const }] };
  const cohort = cohortOf([
    { id: 'a', ...abstained, corrections: [{ why: 'missed', lesson: 'les_1' }] },
    { id: 'b', ...abstained, corrections: [{ why: 'withheld', lesson: 'les_1' }] },
    { id: 'c', ...abstained, corrections: [{}] },
    { id: 'd', ...abstained },
    { id: 'e', recalls: [{ decision: 'deliver' }], corrections: [{ why: 'missed' }] },
  ]);
  expect(wrongAbstentionRate(cohort)).toMatchObject({ value: 0.25, n: 4 });
});
