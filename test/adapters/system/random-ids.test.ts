import { describe, expect, it } from 'vitest';
import { createRandomIds } from '../../../src/adapters/system/random-ids.ts';
import { describeIds } from '../../contracts/ids.ts';

describeIds('random', () => createRandomIds());

describe('random ids', () => {
  it('sort by the time of their making across processes', () => {
    const early = createRandomIds(() => 1_700_000_000_000).next('task');
    const late = createRandomIds(() => 1_700_000_000_001).next('task');
    expect(early < late).toBe(true);
  });

  it('still grow when the clock goes back', () => {
    const times = [2_000, 1_000, 1_500];
    const ids = createRandomIds(() => times.shift() ?? 0);
    const made = [ids.next('run'), ids.next('run'), ids.next('run')];
    expect([...made].sort()).toEqual(made);
  });

  it('still grow when more are made than a millisecond has counts', () => {
    const ids = createRandomIds(() => 1_000);
    const made = Array.from({ length: 70_000 }, () => ids.next('run'));
    expect(made.every((id, index) => index === 0 || id > (made[index - 1] ?? ''))).toBe(true);
  });

  it('cannot be told from the id before, made in the same millisecond', () => {
    const next = () => {
      const ids = createRandomIds(() => 1_700_000_000_000);
      ids.next('run');
      return ids.next('run').slice(-20);
    };
    expect(new Set(Array.from({ length: 100 }, next)).size).toBe(100);
  });
});
