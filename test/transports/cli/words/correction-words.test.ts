import { describe, expect, it } from 'vitest';
import { correctionWords } from '../../../../src/transports/cli/words/correction-words.ts';
import { plainOutput } from '../../../support/plain-output.ts';

describe('correctionWords', () => {
  it('says what became of a new one', () => {
    const lesson = { lesson_id: 'les_1', state: 'provisional', served_now: true } as const;
    const words = correctionWords(plainOutput, {
      correction_id: 'cor_1',
      match: 'novel',
      lesson,
      next_step: 'Review it.',
    });
    expect(words).toBe('les_1  provisional\nReview it.');
  });

  it('says which lesson was repeated, and why that did not help', () => {
    const repeat = { lesson_id: 'les_1', why: 'ignored' } as const;
    const words = correctionWords(plainOutput, {
      correction_id: 'cor_1',
      match: 'repeat',
      repeat,
      next_step: 'Follow it.',
    });
    expect(words).toBe('Said before: les_1  ignored\nFollow it.');
  });
});
