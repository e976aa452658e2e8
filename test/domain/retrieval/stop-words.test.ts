import { describe, expect, it } from 'vitest';
import { STOP_WORDS } from '../../../src/domain/retrieval/stop-words.ts';

describe('stop words', () => {
  it.each(['the', 'nicht', 'avec', 'cuando', 'você'])('hold %s', (word) => {
    expect(STOP_WORDS.has(word)).toBe(true);
  });

  it.each(['test', 'error', 'never', 'migration', ''])('do not hold "%s"', (word) => {
    expect(STOP_WORDS.has(word)).toBe(false);
  });

  it('are in lower case, without blanks', () => {
    for (const word of STOP_WORDS) expect(word).toBe(word.toLowerCase().trim());
  });
});
