import { describe, expect, it } from 'vitest';
import { namesOther, relationOf } from '../../../src/domain/learning/near-duplicate.ts';

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

describe('namesOther', () => {
  it('tells rules of one form about different things apart', () => {
    const rule = (name: string) => `Ask the owner of ${name} before a release.`;
    expect(namesOther(rule('billing'), rule('search'))).toBe(true);
    expect(namesOther('Set the timeout to 30 seconds.', 'Set the timeout to 5 seconds.')).toBe(true);
  });

  it('takes another usual word, a longer wording and the same rule for the same', () => {
    const rule = 'Run the generator after each change of the schema.';
    expect(namesOther(rule, rule)).toBe(false);
    expect(namesOther(rule, 'Run the generator after each update of the schema.')).toBe(false);
    expect(namesOther(rule, `${rule} Commit its output.`)).toBe(false);
  });
});
