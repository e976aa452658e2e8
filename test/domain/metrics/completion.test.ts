import { describe, expect, it } from 'vitest';
import { completion } from '../../../src/domain/metrics/completion.ts';
import { at, clean, cohortOf, DAY, tasks } from '../../support/histories.ts';

describe('completion', () => {
  it('divides clean completions by mature tasks; open and unconfirmed ones count as not complete', () => {
    const estimate = completion(
      cohortOf([
        { id: 'clean', outcomes: [clean] },
        { id: 'rewritten', outcomes: [{ outcome: 'completed_rewritten' }] },
        { id: 'open' },
        { id: 'claimed', outcomes: [{ ...clean, source: 'agent' }] },
      ]),
    );
    expect(estimate).toMatchObject({ value: 0.25, n: 4 });
  });

  it('leaves out tasks that are too young to be judged', () => {
    const young = { id: 'young', start: 3 * DAY };
    expect(completion(cohortOf([{ id: 'a', outcomes: [clean] }, young], at(4 * DAY)))).toMatchObject({
      value: 1,
      n: 1,
    });
  });

  it('gives the golden interval of 81 in 263', () => {
    const estimate = completion(cohortOf(tasks(263, (i) => (i < 81 ? { outcomes: [clean] } : {}))));
    expect(estimate.low).toBeCloseTo(0.2553, 4);
    expect(estimate.high).toBeCloseTo(0.3662, 4);
  });
});
