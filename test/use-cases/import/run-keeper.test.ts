import { describe, expect, it } from 'vitest';
import { runIdOfKey } from '../../../src/use-cases/import/run-keeper.ts';

describe('runIdOfKey', () => {
  it('is the same for the same key in the same project, and no other', () => {
    expect(runIdOfKey('app', 'r1')).toBe(runIdOfKey('app', 'r1'));
    expect(runIdOfKey('app', 'r1')).not.toBe(runIdOfKey('app', 'r2'));
    expect(runIdOfKey('app', 'r1')).not.toBe(runIdOfKey('other', 'r1'));
    expect(runIdOfKey('app', 'r1')).toMatch(/^run_[0-9a-f]{32}$/u);
  });

  it('leaves an id as it is, so that a copy of a history is known by it', () => {
    const id = runIdOfKey('app', 'r1');
    expect(runIdOfKey('app', id)).toBe(id);
    expect(runIdOfKey('app', `${id}-and-more`)).not.toBe(`${id}-and-more`);
  });
});
