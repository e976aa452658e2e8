import { describe, expect, it } from 'vitest';
import { type Choice, jaccard, select } from '../../../src/domain/retrieval/selection.ts';

const choice = (id: string, more: Partial<Choice> = {}): Choice => ({
  id,
  score: 1,
  sure: true,
  state: 'active',
  runId: null,
  terms: new Set([id]),
  tokens: 100,
  ...more,
});

describe('selection', () => {
  it('shows at most the limit, best first, and says why the rest is cut', () => {
    const result = select([choice('a', { score: 3 }), choice('b', { score: 2 }), choice('c')], 2, 800);
    expect(result.shown).toEqual(['a', 'b']);
    expect(result.cut.get('c')).toBe('limit');
  });

  it('cuts what is not sure', () => {
    const result = select([choice('a'), choice('b', { sure: false })], 3, 800);
    expect(result.shown).toEqual(['a']);
    expect(result.cut.get('b')).toBe('threshold');
  });

  it('shows one provisional lesson, and one of a run', () => {
    const result = select(
      [
        choice('a', { state: 'provisional' }),
        choice('b', { state: 'provisional' }),
        choice('c', { runId: 'run' }),
        choice('d', { runId: 'run' }),
      ],
      10,
      8_000,
    );
    expect(result.shown).toEqual(['a', 'c']);
    expect([...result.cut.values()]).toEqual(['cap', 'cap']);
  });

  it('keeps to the budget, but never holds the best one back', () => {
    const result = select([choice('a', { tokens: 900, score: 2 }), choice('b')], 3, 800);
    expect(result.shown).toEqual(['a']);
    expect(result.cut.get('b')).toBe('budget');
  });

  it('prefers what does not say the same again', () => {
    const words = new Set(['same', 'words']);
    const result = select(
      [
        choice('a', { score: 1, terms: words }),
        choice('b', { score: 0.99, terms: words }),
        choice('c', { score: 0.8 }),
      ],
      2,
      800,
    );
    expect(result.shown).toEqual(['a', 'c']);
    expect(jaccard(words, words)).toBe(1);
  });
});
