import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithdrawal, spokenWords, whyNoCorrection } from '../../../src/domain/import/review-words.ts';

describe('whyNoCorrection', () => {
  it.each([
    'This should go through the retry wrapper.',
    'nit: rename `x` to `count`',
    'We never call the database from a route handler.',
    'Could you move this into the service?',
    "Let's not log the whole request here.",
    'Missing a test for the empty case',
    'Bitte hier den Logger statt console verwenden.',
    'Why not use the existing helper?',
  ])('takes a correction: %s', (words) => {
    expect(whyNoCorrection(words)).toBeNull();
  });

  it.each([
    ['Done, thanks!', 'Consent, thanks or praise.'],
    ['LGTM :+1:', 'Consent, thanks or praise.'],
    ['Fixed in 1a2b3c4d', 'Consent, thanks or praise.'],
    ['Nice!', 'Consent, thanks or praise.'],
    ['What does this return when the list is empty?', 'A question.'],
    ['This is the part that I was talking about yesterday.', 'It asks for no change.'],
    ['https://example.com/must/use', 'It says too little to act on.'],
    ['', 'It says too little to act on.'],
  ])('leaves out %s', (words, reason) => {
    expect(whyNoCorrection(words)).toBe(reason);
  });

  it('ends for any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2_000 }), (text) => void whyNoCorrection(text)));
    fc.assert(
      fc.property(fc.constantFrom('done ', ':a', '. ', '+1', '`', '```\n'), fc.nat(20_000), (piece, n) => {
        whyNoCorrection(piece.repeat(n));
      }),
      { numRuns: 20 },
    );
  });
});

describe('spokenWords', () => {
  it('leaves out quotes and comments that nobody sees', () => {
    expect(spokenWords('> as you said\r\n\r\nUse pnpm.<!-- hidden -->\n\n\n\nAlways.')).toBe('Use pnpm.\n\nAlways.');
  });
});

describe('isWithdrawal', () => {
  it.each(['Never mind, I misread the loop.', "You're right.", 'Scratch that'])('%s', (words) => {
    expect(isWithdrawal(words)).toBe(true);
  });
  it('is not any answer', () => {
    expect(isWithdrawal('Done in the next commit.')).toBe(false);
  });
});
