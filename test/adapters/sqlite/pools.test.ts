import { describe, expect, it } from 'vitest';
import { poolOf } from '../../../src/adapters/sqlite/pools.ts';
import { LESSON_STATES } from '../../../src/domain/lesson-state.ts';

describe('the pool of a lesson', () => {
  it('follows from its state', () => {
    expect(Object.fromEntries(LESSON_STATES.map((state) => [state, poolOf(state)]))).toEqual({
      proposed: 'waiting',
      provisional: 'served',
      active: 'served',
      disputed: 'waiting',
      superseded: null,
      retired: null,
      quarantined: 'waiting',
    });
  });
});
