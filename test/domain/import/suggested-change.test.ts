import { describe, expect, it } from 'vitest';
import { commentedLines, hunkFunction, suggestedChange } from '../../../src/domain/import/suggested-change.ts';

const HUNK =
  '@@ -10,4 +10,5 @@ export const load = async () => {\n   const a = 1;\n-  old();\n+  first();\n+  second();';

describe('suggestedChange', () => {
  it('takes suggestions out of the prose', () => {
    const words = 'Keep one call.\n\n```suggestion\n  both();\n```\n\nOr leave it.\n~~~suggestion:-0+1\n~~~\n';
    expect(suggestedChange(words)).toEqual({ prose: 'Keep one call.\n\nOr leave it.', code: ['  both();', ''] });
  });

  it('leaves other code alone', () => {
    expect(suggestedChange('See\n```ts\nx\n```')).toEqual({ prose: 'See\n```ts\nx\n```', code: [] });
  });
});

describe('commentedLines', () => {
  it('are the last lines after the change', () => {
    expect(commentedLines(HUNK, 2)).toBe('  first();\n  second();');
  });
  it('are those that go, where the comment is on one of them', () => {
    expect(commentedLines('@@ -1 +1 @@\n a\n+b\n-c', 1)).toBe('c');
  });
  it('is empty without a hunk', () => expect(commentedLines('', 3)).toBe(''));
});

describe('hunkFunction', () => {
  it('is what git names', () => expect(hunkFunction(HUNK)).toBe('export const load = async () => {'));
  it('is none without one', () => expect(hunkFunction('@@ -1 +1 @@\n+a')).toBeNull());
});
