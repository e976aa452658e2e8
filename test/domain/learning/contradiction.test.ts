import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradicts } from '../../../src/domain/learning/contradiction.ts';

describe('contradicts', () => {
  it.each([
    ['Use dashes in branch names.', 'Do not use dashes in branch names.'],
    ['Always rebase before merging a branch.', 'Never rebase before merging a branch.'],
    ['Set the request timeout to 30 seconds.', 'Set the request timeout to 5 seconds.'],
    ['Use tabs for indentation.', 'Use spaces for indentation.'],
    ['Use dashes in branch names.', 'Don’t use dashes in branch names.'],
    ["You shouldn't cache the session token.", 'You should cache the session token.'],
    ['Run the linter before the tests.', 'Run the linter after the tests.'],
    ['Den Zeitstempel in UTC speichern.', 'Den Zeitstempel nicht in UTC speichern.'],
  ])('%s / %s', (a, b) => {
    expect(contradicts(a, b)).toBe(true);
    expect(contradicts(b, a)).toBe(true);
  });

  it.each([
    ['Use dashes in branch names.', 'Use dashes in branch names.'],
    ['Run the generator after changing the schema.', 'Never log a customer address.'],
    ['Use pnpm for installing.', 'Write the changelog in English.'],
    ['Never log a password.', 'Do not log a password.'],
    ['Set the dot file path first.', 'Set the file path first.'],
    ['', ''],
  ])('not: %s / %s', (a, b) => {
    expect(contradicts(a, b)).toBe(false);
  });

  it('is the same either way round, and no text opposes itself', () => {
    const words = fc.constantFrom(
      'use',
      'never',
      'don’t',
      'cache',
      '5',
      'seconds',
      'before',
      'after',
      'tabs',
      'for',
      'C++',
    );
    const rule = fc.oneof(
      fc.array(words, { maxLength: 8 }).map((list) => list.join(' ')),
      fc.string(),
    );
    fc.assert(
      fc.property(rule, rule, (a, b) => {
        expect(contradicts(a, b)).toBe(contradicts(b, a));
        expect(contradicts(a, a)).toBe(false);
      }),
    );
  });
});
