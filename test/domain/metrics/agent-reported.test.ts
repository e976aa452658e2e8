import { describe, expect, it } from 'vitest';
import { agentReportedCompletion } from '../../../src/domain/metrics/agent-reported.ts';
import { clean, cohortOf } from '../../support/histories.ts';

describe('agentReportedCompletion', () => {
  it('takes the last word of agents, apart from what CI says', () => {
    const estimate = agentReportedCompletion(
      cohortOf([
        { id: 'a', outcomes: [{ ...clean, source: 'agent' }, { outcome: 'failed' }] },
        {
          id: 'b',
          outcomes: [
            { ...clean, source: 'agent', after: 5 },
            { outcome: 'failed', source: 'agent', after: 9 },
          ],
        },
        { id: 'c', outcomes: [clean] },
      ]),
    );
    expect(estimate).toMatchObject({ value: 0.5, n: 2 });
  });
});
