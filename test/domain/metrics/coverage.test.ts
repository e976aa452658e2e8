import { describe, expect, it } from 'vitest';
import { coverage } from '../../../src/domain/metrics/coverage.ts';
import { at, clean, cohortOf } from '../../support/histories.ts';

describe('coverage', () => {
  it('counts mature tasks with an outcome from CI or a person', () => {
    const specs = [
      { id: 'ci', outcomes: [{ outcome: 'failed' as const }] },
      { id: 'human', outcomes: [{ ...clean, source: 'human' as const }] },
      { id: 'agent', outcomes: [{ ...clean, source: 'agent' as const }] },
      { id: 'none' },
    ];
    expect(coverage(cohortOf(specs))).toMatchObject({ value: 0.5, n: 4 });
    expect(coverage(cohortOf(specs, at(60)))).toMatchObject({ value: 1, n: 2 });
  });
});
