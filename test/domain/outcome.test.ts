import { describe, expect, it } from 'vitest';
import { isConfirmed, OUTCOMES, REWRITE_SHARE, withRewrite } from '../../src/domain/outcome.ts';

describe('an outcome', () => {
  it('is confirmed by a pipeline or a person, never by the agent itself', () => {
    expect(isConfirmed('ci')).toBe(true);
    expect(isConfirmed('human')).toBe(true);
    expect(isConfirmed('agent')).toBe(false);
  });

  it('that is clean is a rewrite once a person replaced more than the allowed share', () => {
    expect(withRewrite('completed_clean', undefined)).toBe('completed_clean');
    expect(withRewrite('completed_clean', 0)).toBe('completed_clean');
    expect(withRewrite('completed_clean', REWRITE_SHARE)).toBe('completed_clean');
    expect(withRewrite('completed_clean', REWRITE_SHARE + 0.01)).toBe('completed_rewritten');
  });

  it.each(OUTCOMES.filter((outcome) => outcome !== 'completed_clean'))('%s stays what it is', (outcome) => {
    expect(withRewrite(outcome, 1)).toBe(outcome);
  });
});
