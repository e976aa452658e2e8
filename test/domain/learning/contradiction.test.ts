import { describe, expect, it } from 'vitest';
import { contradicts } from '../../../src/domain/learning/contradiction.ts';

describe('contradicts', () => {
  it.each([
    ['Use dashes in branch names.', 'Do not use dashes in branch names.'],
    ['Always rebase before merging a branch.', 'Never rebase before merging a branch.'],
    ['Set the request timeout to 30 seconds.', 'Set the request timeout to 5 seconds.'],
    ['Use tabs for indentation.', 'Use spaces for indentation.'],
  ])('%s / %s', (a, b) => {
    expect(contradicts(a, b)).toBe(true);
    expect(contradicts(b, a)).toBe(true);
  });

  it.each([
    ['Use dashes in branch names.', 'Use dashes in branch names.'],
    ['Run the generator after changing the schema.', 'Never log a customer address.'],
    ['Use pnpm for installing.', 'Write the changelog in English.'],
  ])('not: %s / %s', (a, b) => {
    expect(contradicts(a, b)).toBe(false);
  });
});
