import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnCues } from '../../../src/domain/capture/turn-cues.ts';

const differ = (a: number[], b: number[]): number => a.filter((value, i) => value !== b[i]).length;

describe('the cues of a turn', () => {
  it('are as many and bounded for any text', () => {
    const { length } = turnCues('', '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), fc.string({ maxLength: 600 }), (turn, before) => {
        const cues = turnCues(turn, before);
        expect(cues).toHaveLength(length);
        for (const cue of cues) expect(cue >= 0 && cue <= 2).toBe(true);
      }),
    );
  });

  it('see whole words of any script, and not parts of them', () => {
    const plain = turnCues('abc xyz', '');
    expect(differ(turnCues('xyz ошибка', ''), turnCues('xyz ошибки', ''))).toBe(0);
    expect(differ(turnCues('już xyz', ''), plain)).toBeGreaterThan(0);
    expect(differ(turnCues('jużabc xyz', ''), turnCues('abcdef xyz', ''))).toBe(0);
  });

  it('tell how the agent ended', () => {
    expect(differ(turnCues('no', 'All tests pass, done.'), turnCues('no', 'Shall I go on?'))).toBeGreaterThan(1);
  });

  it('look at the beginning of a long turn only', () => {
    const long = 'abc '.repeat(300);
    expect(turnCues(`${long} revert`, '')).toEqual(turnCues(`${long} invert`, ''));
  });
});
