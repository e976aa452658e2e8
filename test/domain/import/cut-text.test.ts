import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, piecesOf } from '../../../src/domain/import/cut-text.ts';

describe('cutText', () => {
  it('leaves a text that fits', () => {
    expect(cutText('Short.', 10)).toEqual({ head: 'Short.', rest: '' });
  });

  it('prefers the end of a paragraph, then of a line, then of a sentence', () => {
    expect(cutText('One two.\n\nThree. Four five six', 20).head).toBe('One two.');
    expect(cutText('One two.\nThree. Four five six', 20).head).toBe('One two.');
    expect(cutText('One two. Three four five', 20).head).toBe('One two.');
  });

  it('does not cut into a block of code', () => {
    const text = `${'Words here. '.repeat(8)}\n\n\`\`\`ts\nconst a = 1;\nconst b = 2;\n\`\`\`\n`;
    const { head, rest } = cutText(text, 120);
    expect(head).not.toContain('```');
    expect(rest.startsWith('```ts')).toBe(true);
  });

  it('never loses a word, and each piece fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 10, max: 80 }), (text, limit) => {
        const pieces = piecesOf(text.trim(), limit);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(limit);
        expect(pieces.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
