import { describe, expect, it } from 'vitest';
import { isMature, MATURE_HOURS } from '../../../src/domain/metrics/maturity.ts';
import { at, clean, counted } from '../../support/histories.ts';

describe('isMature', () => {
  it('is a matter of age for an open task', () => {
    const open = counted({ id: 'a' });
    expect(isMature(open, at(MATURE_HOURS * 60 - 1))).toBe(false);
    expect(isMature(open, at(MATURE_HOURS * 60))).toBe(true);
  });

  it('comes at once with an outcome from CI or a person, and not with the word of an agent', () => {
    expect(isMature(counted({ id: 'a', outcomes: [clean] }), at(60))).toBe(true);
    expect(isMature(counted({ id: 'a', outcomes: [{ ...clean, source: 'agent' }] }), at(60))).toBe(false);
  });
});
