import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, jaccard, select } from '../../../src/domain/retrieval/selection.ts';

const choice = (id: string, more: Partial<Choice> = {}): Choice => ({
  id,
  score: 1,
  sure: true,
  state: 'active',
  runId: null,
  author: `author of ${id}`,
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

  it('shows two lessons of an author where that is the cap', () => {
    const all = ['a', 'b', 'c'].map((id) => choice(id, { author: 'ann' }));
    expect(select(all, 10, 8_000, 2).shown).toHaveLength(2);
    expect(select(all, 10, 8_000).shown).toHaveLength(3);
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

describe('any selection', () => {
  it('keeps to limit and caps, and says of every lesson that it is shown or why not', () => {
    const one = fc.record({
      score: fc.double({ min: 0, max: 50, noNaN: true }),
      sure: fc.boolean(),
      state: fc.constantFrom('active', 'provisional'),
      runId: fc.option(fc.constantFrom('run_1', 'run_2')),
      tokens: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.nat(5), fc.nat(900), (list, limit, budget) => {
        const choices = list.map((more, index) => choice(`les_${index}`, more)).sort((a, b) => b.score - a.score);
        const { shown, cut } = select(choices, limit, budget);
        const out = choices.filter(({ id }) => shown.includes(id));
        expect([...shown, ...cut.keys()].sort()).toEqual(choices.map(({ id }) => id).sort());
        expect(out.length).toBeLessThanOrEqual(limit);
        expect(out.every(({ sure }) => sure)).toBe(true);
        expect(out.filter(({ state }) => state === 'provisional').length).toBeLessThanOrEqual(1);
        const runs = out.flatMap(({ runId }) => runId ?? []);
        expect(new Set(runs).size).toBe(runs.length);
        const spent = out.reduce((sum, { tokens }) => sum + tokens, 0);
        if (out.length > 1) expect(spent).toBeLessThanOrEqual(Math.max(budget, out[0]?.tokens ?? 0));
      }),
    );
  });
});
