import { describe, expect, it } from 'vitest';
import { tokensPerAvoidedRepeat } from '../../../src/domain/metrics/avoided-repeats.ts';
import { counted, type HistorySpec, tasks } from '../../support/histories.ts';

const arm = (count: number, spec: (index: number) => Partial<HistorySpec>, prefix: string) =>
  tasks(count, spec, prefix).map(counted);
const repeated = { corrections: [{ why: 'withheld' as const }] };
const costly = { recalls: [{ tokens: 200 }] };

describe('tokens per avoided repeat', () => {
  it('are the tokens of a task over the repeats that it is spared', () => {
    const memory = arm(100, (i) => ({ ...costly, ...(i % 10 === 0 ? repeated : {}) }), 'm');
    const holdout = arm(100, (i) => (i % 2 === 0 ? repeated : {}), 'h');
    const { value, low, high, n } = tokensPerAvoidedRepeat([{ memory, holdout }]);
    expect(value).toBeCloseTo(200 / 0.4);
    expect(low).toBeLessThan(500);
    expect(high).toBeGreaterThan(500);
    expect(n).toBe(200);
  });

  it('have no upper end while perhaps none is avoided, and no value where none is', () => {
    const few = { memory: arm(5, () => costly, 'm'), holdout: arm(5, (i) => (i === 0 ? repeated : {}), 'h') };
    expect(tokensPerAvoidedRepeat([few])).toMatchObject({ value: 1_000, high: null });
    const worse = { memory: arm(5, () => repeated, 'm'), holdout: arm(5, () => ({}), 'h') };
    expect(tokensPerAvoidedRepeat([worse])).toMatchObject({ value: null, n: 10 });
    expect(tokensPerAvoidedRepeat([])).toMatchObject({ value: null, n: 0 });
  });

  it('count no repeat for which a review was owed', () => {
    const unreviewed = { corrections: [{ why: 'unreviewed' as const }] };
    const memory = arm(5, () => costly, 'm');
    expect(tokensPerAvoidedRepeat([{ memory, holdout: arm(5, () => unreviewed, 'h') }]).value).toBeNull();
  });
});
