import { describe, expect, it } from 'vitest';
import { relationOf } from '../../../src/domain/learning/near-duplicate.ts';

const lesson = { when: 'changing the database schema', rule: 'Run the generator afterwards and commit its output.' };

describe('relationOf', () => {
  it('same words are a duplicate, whatever their case and punctuation', () => {
    const twin = { when: 'Changing the database schema!', rule: 'run the generator afterwards, and commit its output' };
    expect(relationOf(lesson, twin, null)).toEqual({ relation: 'duplicate', similarity: 1 });
  });

  it('the same meaning in other words is a duplicate by its cosine', () => {
    const other = { when: 'editing tables', rule: 'Regenerate the client code.' };
    expect(relationOf(lesson, other, 0.93)?.relation).toBe('duplicate');
    expect(relationOf(lesson, other, 0.8)?.relation).toBe('similar');
    expect(relationOf(lesson, other, 0.3)).toBeNull();
  });

  it('opposed rules for the same situation are a conflict, not a duplicate', () => {
    const opposed = { ...lesson, rule: 'Do not run the generator afterwards and do not commit its output.' };
    const never = { ...lesson, rule: 'Never run the generator afterwards and commit its output.' };
    expect(relationOf(lesson, never, 0.95)?.relation).toBe('conflict');
    expect(relationOf(lesson, opposed, 0.2)).not.toBeNull();
  });
});
